import * as fc from "fast-check";
import { type DataType, type Value, decimal } from "../data/data-type.ts";

/** Types that random expressions are made of, DECIMALs of several shapes among them. */
export const anyType: fc.Arbitrary<DataType> = fc.oneof(
  fc.constantFrom<DataType>(
    { kind: "BOOLEAN" },
    { kind: "BIGINT" },
    { kind: "DOUBLE" },
    { kind: "STRING" },
    { kind: "TIMESTAMP" },
  ),
  fc.constantFrom(decimal(5, 2), decimal(10, 4), decimal(18, 0), decimal(38, 2), decimal(38, 10)),
);

/** Values of a type, the awkward ones often: NULL, the edges of 2^53, of 64 bits and of the precision, NaN, -0. */
export function valueOf(type: DataType): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 5, arbitrary: present(type) });
}

function present(type: DataType): fc.Arbitrary<Value> {
  switch (type.kind) {
    case "BOOLEAN":
      return fc.boolean();
    case "BIGINT":
      return integers(2n ** 63n - 1n, [2n ** 53n, 2n ** 63n - 1n]);
    case "DECIMAL": {
      const limit = 10n ** BigInt(type.precision) - 1n;
      return integers(limit, limit > 2n ** 53n ? [2n ** 53n, limit] : [limit]);
    }
    case "DOUBLE":
      return fc.oneof(
        fc.integer({ min: -20, max: 20 }),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 0.1, 2 ** 53),
      );
    default:
      return fc.integer({ min: -1_000_000_000_000, max: 4_000_000_000_000 });
    case "STRING":
      return fc
        .array(fc.constantFrom("a", "b", "A", "%", "_", " ", "é", "\u{1F600}", "\uFFFD"), { maxLength: 4 })
        .map((parts) => parts.join(""));
  }
}

/** Small integers, and those close to the edges, within ± limit. */
function integers(limit: bigint, edges: readonly bigint[]): fc.Arbitrary<bigint> {
  const near = fc
    .tuple(fc.constantFrom(...edges), fc.bigInt(-3n, 3n), fc.boolean())
    .map(([edge, offset, negative]) => (negative ? -(edge + offset) : edge + offset));
  return fc
    .oneof(
      { weight: 5, arbitrary: fc.bigInt(-20n, 20n) },
      { weight: 3, arbitrary: fc.bigInt(-99_999n, 99_999n) },
      { weight: 1, arbitrary: near },
    )
    .map((value) => (value > limit ? limit : value < -limit ? -limit : value));
}
