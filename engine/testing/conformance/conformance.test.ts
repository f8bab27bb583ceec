import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { realEngine, referenceEngine } from "../executors.ts";
import { casesFolder } from "./case-files.ts";
import { readCases } from "./conformance-case.ts";
import { readDoneList } from "./done-list.ts";
import { runCase } from "./run-case.ts";

const done = Object.entries(readDoneList());

const engines = [
  ["the engine", realEngine(7, 2)],
  ["the reference engine", referenceEngine],
] as const;

describe.each(engines)("%s", (_, execute) => {
  test.each(done)("%s: all cases that are done pass", (file, names) => {
    const cases = new Map(readCases(join(casesFolder, file)).map((given) => [given.name, given]));
    const wrong = names.flatMap((name) => {
      const given = cases.get(name);
      const difference = given ? runCase(given, execute) : "there is no such case";
      return difference === null ? [] : [`${name}: ${difference}`];
    });
    expect(wrong).toEqual([]);
  });
});
