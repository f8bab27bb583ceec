import { expect, test } from "vitest";
import { columnOf, createBuffer } from "../data/column-buffer.ts";
import { readValue } from "../data/column.ts";
import { BIGINT, type Value } from "../data/data-type.ts";
import { WholeVariance } from "./whole-variance.ts";

function variance(values: readonly Value[], correction: 0 | 1, root: boolean): Value {
  const state = new WholeVariance(correction, root, 1);
  const slots = new Int32Array(values.length);
  state.add(
    { base: 0, columns: [columnOf(BIGINT, values)] },
    Int32Array.from(values.keys()),
    slots,
    0,
    values.length,
  );
  const out = createBuffer(BIGINT, 1);
  state.read(Int32Array.of(0), 0, 1, out, 0);
  return readValue(out.column(1), BIGINT, 0);
}

test("every step is cut toward zero: 17 · 17 / 4 = 72, 85 - 72 = 13, 13 / 4 = 3, its root 1", () => {
  const values = [2n, 4n, 4n, 7n];
  expect(variance(values, 0, false)).toBe(3n);
  expect(variance(values, 0, true)).toBe(1n);
  expect(variance(values, 1, false)).toBe(4n);
  expect(variance(values, 1, true)).toBe(2n);
  // Exactly it would be 0.25, and cut at the end 0 too; but 1, 1, 2 have 6 - 16 / 3 = 1, not 0.67.
  expect(variance([1n, 1n, 2n], 0, false)).toBe(0n);
  expect(variance([1n, 2n], 1, false)).toBe(1n);
});

test("of one value it is 0, of a sample of one and of nothing NULL", () => {
  expect(variance([5n, null], 0, false)).toBe(0n);
  expect(variance([5n], 1, true)).toBeNull();
  expect(variance([], 0, false)).toBeNull();
});

test("what leaves 64 bits wraps, and below 0 the root is 0", () => {
  const values = [3_000_000_000n, -3_000_000_000n];
  // The sum of the squares is 18 · 10^18, which wraps to 18 · 10^18 - 2^64; the sum is 0.
  expect(variance(values, 0, false)).toBe((18_000_000_000_000_000_000n - 2n ** 64n) / 2n);
  expect(variance(values, 0, true)).toBe(0n);
});
