import { expect, test } from "vitest";
import { CHANGE_KINDS } from "../data/change.ts";
import { writeValue } from "../data/column-buffer.ts";
import { BIGINT, DOUBLE, type DataType } from "../data/data-type.ts";
import { readValue } from "../data/column.ts";
import { Changelog } from "../operator/changelog.ts";
import { type PrintingRules, Visibility } from "./visibility.ts";
import { WindowState } from "./window-state.ts";

type Given = readonly [group: number, value: number | bigint | null];

/** Prints results of groups in runs of one `apply` each. @param passes HAVING; every value when left out. */
function printed(
  type: DataType,
  rules: PrintingRules,
  runs: readonly (readonly Given[])[],
  passes: ((value: Given[1]) => boolean) | null = null,
): (readonly unknown[])[] {
  const log = new Changelog([type]);
  const state = new WindowState();
  const slots = new Map<number, number>();
  const valueAt = (row: number) => readValue(log.aggregates[0]!.view(log.length), type, row);
  const having = passes && {
    test: (_: Changelog, from: number, to: number) =>
      Uint8Array.from({ length: to - from }, (_none, i) => (passes(valueAt(from + i) as Given[1]) ? 1 : 0)),
  };
  const visibility = new Visibility([type], having, rules);
  for (const run of runs) {
    const at = log.length;
    log.reserve(run.length);
    run.forEach(([group, value], index) => {
      if (!slots.has(group)) slots.set(group, state.add(group, 0, index));
      log.key[at + index] = group;
      writeValue(log.aggregates[0]!, at + index, value);
    });
    log.length = at + run.length;
    const order = Int32Array.from(run, ([group]) => slots.get(group)!);
    visibility.apply(log, at, state, order, 0);
  }
  return Array.from({ length: log.length }, (_, row) => [
    CHANGE_KINDS[log.kind[row]!],
    log.key[row],
    valueAt(row),
  ]);
}

const retracting: PrintingRules = { updateBefore: true, unchangedEmits: false, havingExit: "update-before" };

test("every update of a run is what was shown and what is, also several of one group", () => {
  const run: Given[] = [
    [1, 1n],
    [1, 2n],
    [2, 5n],
    [1, 3n],
  ];
  expect(printed(BIGINT, retracting, [run, [[2, 6n]]])).toEqual([
    ["+I", 1, 1n],
    ["-U", 1, 1n],
    ["+U", 1, 2n],
    ["+I", 2, 5n],
    ["-U", 1, 2n],
    ["+U", 1, 3n],
    ["-U", 2, 5n],
    ["+U", 2, 6n],
  ]);
});

test("an unchanged result prints nothing: NULL is NULL, NaN is NaN, and 0 is -0", () => {
  const run: Given[] = [null, null, NaN, NaN, 0, -0].map((value) => [1, value]);
  expect(printed(DOUBLE, retracting, [run]).map(([kind]) => kind)).toEqual(["+I", "-U", "+U", "-U", "+U"]);
});

test("integers beyond 2^53 that differ by one are a change, and keep their digits when they are taken back", () => {
  const big = 2n ** 60n;
  const run: Given[] = [big, big, big + 1n].map((value) => [1, value]);
  expect(printed(BIGINT, retracting, [run])).toEqual([
    ["+I", 1, big],
    ["-U", 1, big],
    ["+U", 1, big + 1n],
  ]);
});

test("HAVING that no longer holds takes back with -U and lets in with +U, or with -D and +I", () => {
  const run: Given[] = [9n, 1n, 9n].map((value) => [1, value]);
  const above = (value: Given[1]): boolean => value !== null && value > 5n;
  expect(printed(BIGINT, retracting, [run], above)).toEqual([
    ["+I", 1, 9n],
    ["-U", 1, 9n],
    ["+U", 1, 9n],
  ]);
  expect(printed(BIGINT, { ...retracting, havingExit: "delete" }, [run], above)).toEqual([
    ["+I", 1, 9n],
    ["-D", 1, 9n],
    ["+I", 1, 9n],
  ]);
});
