import { readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

export const casesFolder: string = join(import.meta.dirname, "cases");

/** Case files below a folder, or the file itself, in order of their names. @throws when there is no such path. */
export function caseFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => caseFiles(join(path, name)))
    .filter((file) => file.endsWith(".jsonl"));
}

/** A case file as done.json names it: `flink/tumble.jsonl`. */
export function caseFileName(path: string): string {
  const inside = relative(casesFolder, path);
  return inside.startsWith("..") ? path : inside.split(sep).join("/");
}
