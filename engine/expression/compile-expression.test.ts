import * as fc from "fast-check";
import { expect, test } from "vitest";
import { columnOf } from "../data/column-buffer.ts";
import { type Column, readValue } from "../data/column.ts";
import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  STRING,
  type DataType,
  type Value,
  decimal,
  isNested,
  sameType,
} from "../data/data-type.ts";
import { Dictionary } from "../data/dictionary.ts";
import { anyType, valueOf } from "../testing/generate-values.ts";
import { evaluate } from "../testing/reference-expression.ts";
import { column, literal, runExpression, runFunction, typedCall } from "../testing/run-function.ts";
import { castProblem } from "./coercion-table.ts";
import { compileExpression } from "./compile-expression.ts";
import type { Expression } from "./expression.ts";
import type { WarningCounts } from "./warning-counts.ts";

const functions: readonly (readonly [string, number])[] = [
  ...["+", "-", "*", "/", "%", "=", "<>", "<", "<=", ">", ">="].map((name) => [name, 2] as const),
  ...["and", "or", "is distinct from", "is not distinct from", "||", "like"].map(
    (name) => [name, 2] as const,
  ),
  ...[
    "not",
    "is null",
    "is not null",
    "negate",
    "abs",
    "floor",
    "ceil",
    "upper",
    "lower",
    "trim",
    "length",
  ].map((name) => [name, 1] as const),
  ["in", 3],
  ["in", 4],
  ["coalesce", 2],
  ["coalesce", 3],
  ["nullif", 2],
  ["concat", 3],
  ["substring", 3],
  ["div", 2],
  ["array", 3],
  ["struct", 2],
  ["map", 4],
  ...["element_at", "[]", "array_contains"].map((name) => [name, 2] as const),
  ...["array_length", "array_max", "array_min", "array_distinct", "array_sort", "map_keys", "map_values"].map(
    (name) => [name, 1] as const,
  ),
];

/** Column numbers are those of `types`. */
function anyExpression(types: readonly DataType[], depth: number): fc.Arbitrary<Expression> {
  const columns = fc
    .nat(types.length - 1)
    .map((index): Expression => ({ kind: "column", index, type: types[index]! }));
  const literals = anyType.chain((type) =>
    valueOf(type).map((value): Expression => ({ kind: "literal", value, type })),
  );
  const leaf = fc.oneof({ weight: 3, arbitrary: columns }, { weight: 1, arbitrary: literals });
  if (depth === 0) return leaf;
  const inner = anyExpression(types, depth - 1);
  return fc.tuple(fc.tuple(inner, inner, inner, inner), fc.nat(9999)).map(([given, choice]) => {
    const possible = compounds(given);
    return possible[choice % possible.length]!;
  });
}

/** All calls and CASEs that can be made of four expressions; there is always IS NULL of the first. */
function compounds(given: readonly [Expression, Expression, ...Expression[]]): readonly Expression[] {
  const calls = functions
    .map(([name, count]) => typedCall(name, given.slice(0, count)))
    .filter((call) => typeof call !== "string")
    .filter((call) => !readsText(call));
  const others = [caseOf(given, true), caseOf(given, false), fieldOf(given[0]!), castOf(given)];
  return [...calls, ...others.filter((expression) => expression !== null)];
}

/** null when it is no STRUCT. */
function fieldOf(operand: Expression): Expression | null {
  if (operand.type.kind !== "STRUCT") return null;
  const last = operand.type.fields.length - 1;
  const index: Expression = { kind: "literal", value: BigInt(last), type: BIGINT };
  return { kind: "call", name: ".", arguments: [operand, index], type: operand.type.fields[last]!.type };
}

/** The first cast to the type of the second; null where no cast is needed or possible. */
function castOf([operand, { type }]: readonly [Expression, Expression, ...Expression[]]): Expression | null {
  if (sameType(operand.type, type) || castProblem(operand.type, type) !== null) return null;
  const cast: Expression = { kind: "call", name: "cast", arguments: [operand], type };
  return isReading(cast) ? null : cast;
}

/** The row-by-row evaluation reads no lengths of time and no JSON from text. */
function readsText(call: Expression): boolean {
  return call.kind === "call" && call.arguments.some(isReading);
}

function isReading({ type, ...cast }: Expression): boolean {
  if (cast.kind !== "call" || cast.name !== "cast" || !holdsText(cast.arguments[0]!.type)) return false;
  return type.kind === "INTERVAL" || isNested(type);
}

function holdsText(type: DataType): boolean {
  if (type.kind === "ARRAY") return holdsText(type.element);
  if (type.kind === "MAP") return holdsText(type.value);
  if (type.kind === "STRUCT") return type.fields.some((field) => holdsText(field.type));
  return type.kind === "STRING";
}

/** null when the results are not of one type. */
function caseOf([first, second, one, two]: readonly Expression[], closed: boolean): Expression | null {
  if (closed && !sameType(one!.type, two!.type)) return null;
  const branches = [first!, second!].map((value) => ({ when: condition(value), result: one! }));
  return { kind: "case", branches, otherwise: closed ? two! : null, type: one!.type };
}

function condition(value: Expression): Expression {
  return value.type.kind === "BOOLEAN"
    ? value
    : { kind: "call", name: "is not null", arguments: [value], type: BOOLEAN };
}

interface Trial {
  readonly types: readonly DataType[];
  readonly rows: readonly (readonly Value[])[];
  readonly expression: Expression;
  readonly cut: number;
}

const trials: fc.Arbitrary<Trial> = fc.array(anyType, { minLength: 3, maxLength: 3 }).chain((types) =>
  fc.record({
    types: fc.constant(types),
    rows: fc.array(fc.tuple(...types.map(valueOf)), { minLength: 1, maxLength: 12 }),
    expression: anyExpression(types, 2),
    cut: fc.nat(12),
  }),
);

/** Equal, but that -0 is 0. */
function plain(value: Value): Value {
  return value === 0 ? 0 : value;
}

test("any expression over columns equals its evaluation row by row, whatever the batches", () => {
  fc.assert(
    fc.property(trials, ({ types, rows, expression, cut }) => {
      const compiled = compileExpression(expression);
      const dictionaries = types.map(() => new Dictionary());
      const found: Value[] = [];
      for (const part of [rows.slice(0, cut), rows.slice(cut)]) {
        const columns = types.map((type, index) =>
          columnOf(type, [...part.map((row) => row[index]!), null], dictionaries[index]),
        );
        const result = compiled.evaluate(columns, part.length, new Map());
        for (let row = 0; row < part.length; row++) found.push(readValue(result, expression.type, row));
      }
      expect(found.map(plain)).toEqual(rows.map((row) => plain(evaluate(expression, row))));
    }),
    { numRuns: 1500 },
  );
});

test("a literal operand gives what a column of that value gives", () => {
  const either = column(BIGINT, 1n, null, 7n, -3n);
  const five = literal(BIGINT, 5n);
  const fives = column(BIGINT, 5n, 5n, 5n, 5n);
  for (const name of ["+", "-", "*", "/", "%", "=", "<", "<=", ">", ">=", "in", "coalesce", "nullif"]) {
    expect(runFunction(name, either, five)).toEqual(runFunction(name, either, fives));
    expect(runFunction(name, five, either)).toEqual(runFunction(name, fives, either));
  }
});

test("what depends on no column is computed once", () => {
  const two: Expression = { kind: "literal", value: 2n, type: BIGINT };
  const compiled = compileExpression({ kind: "call", name: "*", arguments: [two, two], type: BIGINT });
  expect(compiled.constant).toEqual(columnOf(BIGINT, [4n]));
  expect(readValue(compiled.evaluate([], 3, new Map()), BIGINT, 2)).toBe(4n);
});

test("a computation of literals that fails is NULL and counted on every row", () => {
  const { values, warnings } = runFunction("/", literal(DOUBLE, 1), literal(DOUBLE, 0));
  expect(values).toEqual([null]);
  const [one, zero] = [1, 0].map((value): Expression => ({ kind: "literal", value, type: DOUBLE }));
  const division: Expression = { kind: "call", name: "/", arguments: [one!, zero!], type: DOUBLE };
  const counted: WarningCounts = new Map();
  compileExpression(division).evaluate([], 3, counted);
  expect(warnings.get("DIVISION_BY_ZERO")).toEqual({ count: 1, rows: [0], first: 0, example: "1 / 0" });
  expect(counted.get("DIVISION_BY_ZERO")?.count).toBe(3);
});

test("CASE counts the warnings of the rows that take a branch, and of no others", () => {
  const divisor: Expression = { kind: "column", index: 0, type: DOUBLE };
  const zero: Expression = { kind: "literal", value: 0, type: DOUBLE };
  const one: Expression = { kind: "literal", value: 1, type: DOUBLE };
  const quotient: Expression = { kind: "call", name: "/", arguments: [one, divisor], type: DOUBLE };
  const guarded: Expression = {
    kind: "case",
    branches: [
      {
        when: { kind: "call", name: "=", arguments: [divisor, zero], type: BOOLEAN },
        result: zero,
      },
    ],
    otherwise: quotient,
    type: DOUBLE,
  };
  const safe = runExpression(guarded, [column(DOUBLE, 2, 0, 4)]);
  expect(safe).toEqual({ type: DOUBLE, values: [0.5, 0, 0.25], warnings: new Map() });
  const turned: Expression = {
    ...guarded,
    branches: [{ ...guarded.branches[0]!, result: quotient }],
    otherwise: one,
  };
  const unsafe = runExpression(turned, [column(DOUBLE, 2, 0, 4)]);
  expect(unsafe.values).toEqual([1, null, 1]);
  expect(unsafe.warnings.get("DIVISION_BY_ZERO")).toEqual({
    count: 1,
    rows: [1],
    first: 1,
    example: "1 / 0",
  });
});

test("AND and OR count the warnings of the rows that the left side leaves open, few or most of them", () => {
  const divisor: Expression = { kind: "column", index: 0, type: DOUBLE };
  const number = (value: number): Expression => ({ kind: "literal", value, type: DOUBLE });
  const call = (name: string, type: DataType, ...parts: Expression[]): Expression => ({
    kind: "call",
    name,
    arguments: parts,
    type,
  });
  const large = call(">", BOOLEAN, call("/", DOUBLE, number(8), divisor), number(3));
  const guarded = call("and", BOOLEAN, call("<>", BOOLEAN, divisor, number(0)), large);
  const either = call("or", BOOLEAN, call("=", BOOLEAN, divisor, number(0)), large);
  for (const divisors of [
    [2, 0, 4, null, 1],
    [0, 0, 0, 2],
  ]) {
    const and = runExpression(guarded, [column(DOUBLE, ...divisors)]);
    expect(and.values).toEqual(divisors.map((d) => (d === null ? null : d !== 0 && 8 / d > 3)));
    const or = runExpression(either, [column(DOUBLE, ...divisors)]);
    expect(or.values).toEqual(divisors.map((d) => (d === null ? null : d === 0 || 8 / d > 3)));
    expect(and.warnings.size + or.warnings.size).toBe(0);
  }
  const turned = call("and", BOOLEAN, large, call("<>", BOOLEAN, divisor, number(0)));
  expect(runExpression(turned, [column(DOUBLE, 2, 0)]).warnings.get("DIVISION_BY_ZERO")?.rows).toEqual([1]);
});

test("CASE puts strings of several dictionaries into one column", () => {
  const texts: Expression = { kind: "column", index: 0, type: STRING };
  const upper: Expression = { kind: "call", name: "upper", arguments: [texts], type: STRING };
  const other: Expression = { kind: "literal", value: "none", type: STRING };
  const expression: Expression = {
    kind: "case",
    branches: [
      { when: { kind: "call", name: "is null", arguments: [texts], type: BOOLEAN }, result: other },
      {
        when: {
          kind: "call",
          name: "=",
          arguments: [texts, { kind: "literal", value: "a", type: STRING }],
          type: BOOLEAN,
        },
        result: upper,
      },
    ],
    otherwise: texts,
    type: STRING,
  };
  expect(runExpression(expression, [column(STRING, "a", null, "b")]).values).toEqual(["A", "none", "b"]);
});

test("columns longer than the batch are read no further than the batch", () => {
  const long: readonly Column[] = [columnOf(decimal(10, 2), [100n, 200n, 300n])];
  const expression = typedCall("/", [
    { kind: "column", index: 0, type: decimal(10, 2) },
    { kind: "literal", value: 3n, type: BIGINT },
  ]) as Expression;
  const result = compileExpression(expression).evaluate(long, 2, new Map());
  expect(readValue(result, expression.type, 1)).toBe(66_666_667n);
});
