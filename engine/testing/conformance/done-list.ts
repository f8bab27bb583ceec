import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const path = join(import.meta.dirname, "done.json");

/** File, as `flink/tumble.jsonl`, and the names of its cases that must pass. */
export type DoneList = Record<string, string[]>;

export function readDoneList(): DoneList {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as DoneList) : {};
}

/** Adds cases that pass now; what is done stays on the list. */
export function addToDoneList(passed: Readonly<Record<string, readonly string[]>>): void {
  const done = readDoneList();
  for (const [file, names] of Object.entries(passed))
    if (names.length > 0) done[file] = [...new Set([...(done[file] ?? []), ...names])];
  const sorted = Object.fromEntries(Object.entries(done).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path, `${JSON.stringify(sorted, null, 2)}\n`);
}
