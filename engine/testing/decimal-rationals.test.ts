import fc from "fast-check";
import { expect, test } from "vitest";
import { createAccumulator, findAggregate } from "../aggregate/registry.ts";
import { columnOf, createBuffer } from "../data/column-buffer.ts";
import { readValue } from "../data/column.ts";
import { type DataType, type Value, decimal } from "../data/data-type.ts";
import { semanticsRules } from "../spec/semantics-rules.ts";
import { handMadeCall } from "./hand-made-call.ts";
import { column, runFunction, type TestArgument } from "./run-function.ts";

/** numerator / denominator, the denominator above 0. */
interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

type Decimal = Extract<DataType, { kind: "DECIMAL" }>;

function rational(unscaled: bigint, { scale }: Decimal): Rational {
  return { numerator: unscaled, denominator: 10n ** BigInt(scale) };
}

/** The multiple of 10^-scale nearest to the rational, half to even, as that many; null beyond the precision. */
function rounded({ numerator, denominator }: Rational, { precision, scale }: Decimal): bigint | null {
  const scaled = numerator * 10n ** BigInt(scale);
  const size = scaled < 0n ? -scaled : scaled;
  const floor = size / denominator;
  const rest = size % denominator;
  const up = 2n * rest > denominator || (2n * rest === denominator && floor % 2n === 1n);
  const nearest = up ? floor + 1n : floor;
  if (nearest >= 10n ** BigInt(precision)) return null;
  return numerator < 0n ? -nearest : nearest;
}

function positive(numerator: bigint, denominator: bigint): Rational {
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

const operations = {
  "+": (a: Rational, b: Rational) =>
    positive(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator),
  "-": (a: Rational, b: Rational) =>
    positive(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator),
  "*": (a: Rational, b: Rational) => positive(a.numerator * b.numerator, a.denominator * b.denominator),
  "/": (a: Rational, b: Rational) => positive(a.numerator * b.denominator, a.denominator * b.numerator),
};

const anyDecimal: fc.Arbitrary<Decimal> = fc
  .integer({ min: 1, max: 38 })
  .chain((precision) =>
    fc.integer({ min: 0, max: Math.min(precision, 19) }).map((scale) => decimal(precision, scale) as Decimal),
  );

/** Of all sizes: few digits as often as many, both signs, zeros, nines and fives. */
function unscaled({ precision }: Decimal): fc.Arbitrary<bigint> {
  return fc
    .tuple(fc.integer({ min: 1, max: precision }), fc.boolean(), fc.constantFrom("any", "9", "5", "0", "1"))
    .chain(([digits, negative, kind]) => {
      const magnitude =
        kind === "any"
          ? fc.bigInt(0n, 10n ** BigInt(digits) - 1n)
          : fc.constant(BigInt(kind.padEnd(digits, kind === "1" ? "0" : kind)));
      return magnitude.map((value) => (negative ? -value : value));
    });
}

interface Pairs {
  readonly left: Decimal;
  readonly right: Decimal;
  readonly rows: readonly (readonly [bigint, bigint])[];
}

const pairs: fc.Arbitrary<Pairs> = fc.tuple(anyDecimal, anyDecimal).chain(([left, right]) =>
  fc.record({
    left: fc.constant(left),
    right: fc.constant(right),
    rows: fc.array(fc.tuple(unscaled(left), unscaled(right)), { minLength: 10, maxLength: 10 }),
  }),
);

function sides({ left, right, rows }: Pairs): readonly [TestArgument, TestArgument] {
  return [column(left, ...rows.map(([a]) => a)), column(right, ...rows.map(([, b]) => b))];
}

test("10,000 sums, differences, products and quotients are the rationals, rounded half to even", () => {
  fc.assert(
    fc.property(pairs, (given) => {
      const [a, b] = sides(given);
      for (const [name, operation] of Object.entries(operations)) {
        const { type, values } = runFunction(name, a, b);
        const expected = given.rows.map(([x, y]) => {
          if (name === "/" && y === 0n) return null;
          return rounded(operation(rational(x, given.left), rational(y, given.right)), type as Decimal);
        });
        expect(values, name).toEqual(expected);
      }
    }),
    { numRuns: 250 },
  );
});

test("10,000 comparisons are those of the rationals", () => {
  fc.assert(
    fc.property(pairs, (given) => {
      const [a, b] = sides(given);
      const signs = given.rows.map(([x, y]) => {
        const { numerator } = operations["-"](rational(x, given.left), rational(y, given.right));
        return numerator === 0n ? 0 : numerator < 0n ? -1 : 1;
      });
      expect(runFunction("=", a, b).values).toEqual(signs.map((sign) => sign === 0));
      expect(runFunction("<", a, b).values).toEqual(signs.map((sign) => sign < 0));
      expect(runFunction(">=", a, b).values).toEqual(signs.map((sign) => sign >= 0));
      expect(runFunction("is distinct from", a, b).values).toEqual(signs.map((sign) => sign !== 0));
    }),
    { numRuns: 250 },
  );
});

/** AVG of a column of the values. */
function averageOf(
  type: DataType,
  values: readonly bigint[],
): { readonly type: DataType; readonly value: Value } {
  const result = findAggregate("avg")!.resultType([type], semanticsRules.velostream, []);
  if ("problem" in result) throw new Error(result.problem);
  const accumulator = createAccumulator(handMadeCall("avg", [type], result), 1);
  accumulator.reserve(1);
  const rows = Int32Array.from(values.keys());
  accumulator.add(
    { base: 0, columns: [columnOf(type, values)] },
    rows,
    rows.map(() => 0),
    0,
    rows.length,
  );
  const out = createBuffer(result, 1);
  accumulator.read(Int32Array.of(0), 0, 1, out, 0);
  return { type: result, value: readValue(out.column(1), result, 0) };
}

test("averages of 10,000 values in tens are the rationals, with six more digits half to even", () => {
  fc.assert(
    fc.property(pairs, ({ left, rows }) => {
      const { type, value } = averageOf(
        left,
        rows.map(([x]) => x),
      );
      const total = rows.reduce((sum, [x]) => sum + x, 0n);
      const mean = { numerator: total, denominator: 10n ** BigInt(left.scale) * BigInt(rows.length) };
      expect(type).toMatchObject({ kind: "DECIMAL", scale: left.scale + 6 });
      expect(value).toEqual(rounded(mean, type as Decimal));
    }),
    { numRuns: 1000 },
  );
});
