import * as fc from "fast-check";
import {
  BIGINT,
  BOOLEAN,
  type DataType,
  DATE,
  DOUBLE,
  INTERVAL,
  STRING,
  TIMESTAMP,
  type Value,
  arrayOf,
  decimal,
  mapOf,
  structOf,
} from "../data/data-type.ts";
import { composed } from "./reference-nested.ts";

const point = structOf([
  { name: "x", type: decimal(5, 2) },
  { name: "Y", type: arrayOf(DATE) },
]);

/** Types that random expressions are made of, DECIMALs of several shapes and ARRAYs, MAPs and STRUCTs among them. */
export const anyType: fc.Arbitrary<DataType> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom<DataType>(BOOLEAN, BIGINT, DOUBLE, STRING, TIMESTAMP, DATE, INTERVAL),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      decimal(5, 2),
      decimal(10, 4),
      decimal(18, 0),
      decimal(38, 2),
      decimal(38, 10),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<DataType>(
      arrayOf(BIGINT),
      arrayOf(STRING),
      arrayOf(DOUBLE),
      mapOf(BIGINT),
      mapOf(point),
      point,
    ),
  },
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
    case "TIMESTAMP":
      return fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: -1_000_000_000_000, max: 4_000_000_000_000 }) },
        { weight: 1, arbitrary: fc.constantFrom(8.64e15, -8.64e15, 0) },
      );
    case "DATE":
      return fc.integer({ min: -99_999, max: 99_999 }).map((days) => days * 86_400_000);
    case "INTERVAL":
      return fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: -200_000_000, max: 200_000_000 }) },
        { weight: 1, arbitrary: fc.constantFrom(0, Number.MAX_SAFE_INTEGER, 1 - 2 ** 53) },
      );
    case "ARRAY":
      return fc.array(valueOf(type.element), { maxLength: 4 }).map((parts) => composed(parts, type));
    case "STRUCT":
      return fc
        .tuple(...type.fields.map((field) => valueOf(field.type)))
        .map((parts) => composed(parts, type));
    case "MAP":
      return fc
        .dictionary(fc.constantFrom("a", "b", "é", "10", "9"), valueOf(type.value), { maxKeys: 3 })
        .map((entries) => composed(Object.values(entries), type, Object.keys(entries)));
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
