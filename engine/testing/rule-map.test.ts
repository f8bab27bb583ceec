import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const engine = join(import.meta.dirname, "..");

/** `| rule | file | name |` of the table of rules. */
const row = /^\| (\d: [^|]+?) +\| `([^`]+)` +\| (.+?) +\|$/gm;

test("each rule of what is computed names a test that exists", () => {
  const page = readFileSync(join(engine, "ARCHITECTURE.md"), "utf8");
  const named = [...page.matchAll(row)];
  expect(named.length).toBeGreaterThan(50);
  const missing = named.flatMap(([, rule, file, name]) => {
    const path = join(engine, file!);
    return existsSync(path) && readFileSync(path, "utf8").includes(name!) ? [] : [`${rule}: ${file} ${name}`];
  });
  expect(missing).toEqual([]);
});

test("every section of the contract that rules stand in has some", () => {
  const page = readFileSync(join(engine, "ARCHITECTURE.md"), "utf8");
  const sections = new Set([...page.matchAll(row)].map(([, rule]) => rule![0]));
  expect([...sections].sort()).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
});
