import { expect, test } from "vitest";
import { focusOf } from "./map-store.ts";

const facts = { partitions: 3, lit: null, holder: 1 };

test("before anything is chosen the focus is on the partition that holds the watermark", () => {
  expect(focusOf({ focus: null, focusedAt: 0 }, { choice: 0 }, facts)).toEqual({
    kind: "partition",
    partition: 1,
  });
  expect(focusOf({ focus: null, focusedAt: 0 }, { choice: 0 }, { ...facts, holder: null })).toEqual({
    kind: "partition",
    partition: 0,
  });
});

test("a chosen record brings its partition, also after the visitor chose another one before", () => {
  const chosenA = { focus: { kind: "partition", partition: 0 }, focusedAt: 3 } as const;
  expect(focusOf(chosenA, { choice: 4 }, { ...facts, lit: 2 })).toEqual({ kind: "partition", partition: 2 });
  expect(focusOf(chosenA, { choice: 3 }, { ...facts, lit: 2 })).toEqual({ kind: "partition", partition: 0 });
});

test("All and Split stay whatever is chosen: they show it too", () => {
  for (const kind of ["all", "split"] as const)
    expect(focusOf({ focus: { kind }, focusedAt: 0 }, { choice: 9 }, { ...facts, lit: 2 })).toEqual({ kind });
});

test("with one partition there is nothing to choose", () => {
  expect(
    focusOf({ focus: { kind: "split" }, focusedAt: 0 }, { choice: 0 }, { ...facts, partitions: 1 }),
  ).toEqual({
    kind: "partition",
    partition: 0,
  });
});

test("a partition that a new document no longer has is not in focus", () => {
  const chosenC = { focus: { kind: "partition", partition: 5 }, focusedAt: 0 } as const;
  expect(focusOf(chosenC, { choice: 0 }, facts)).toEqual({ kind: "partition", partition: 2 });
});
