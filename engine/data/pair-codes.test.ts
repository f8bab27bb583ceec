import fc from "fast-check";
import { expect, test } from "vitest";
import { PairCodes } from "./pair-codes.ts";

test("a pair has one code, and codes count from 0 as pairs are first seen", () => {
  const number = fc.oneof(fc.nat(20), fc.nat(2 ** 31 - 1));
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 400, size: "max" }), (pairs) => {
      const codes = new PairCodes();
      const model = new Map<string, number>();
      for (const [left, right] of pairs) {
        const name = `${left},${right}`;
        if (!model.has(name)) model.set(name, model.size);
        expect(codes.code(left, right)).toBe(model.get(name));
      }
    }),
    { numRuns: 100 },
  );
});
