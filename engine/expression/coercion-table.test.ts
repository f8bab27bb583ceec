import { describe, expect, test } from "vitest";
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
  sameType,
  structOf,
} from "../data/data-type.ts";
import { runCast } from "../testing/run-function.ts";
import { type Coercion, castProblem, coercionOf } from "./coercion-table.ts";
import { commonType, comparableTypes } from "./type-rules.ts";

/** One of each kind, with a value that every castable kind can hold. */
const samples: readonly (readonly [DataType, Value])[] = [
  [BOOLEAN, true],
  [BIGINT, 1n],
  [DOUBLE, 1],
  [decimal(5, 2), 100n],
  [STRING, "1"],
  [TIMESTAMP, 0],
  [DATE, 0],
  [INTERVAL, 1000],
  [arrayOf(BIGINT), "[1]"],
  [mapOf(BIGINT), '{"a":1}'],
  [structOf([{ name: "x", type: BIGINT }]), "[1]"],
];

/** A letter a pair, in the order of the samples: implicit, compared, cast, never. */
const expected: readonly string[] = [
  /* BOOLEAN   */ "i c . . c . . . . . .",
  /* BIGINT    */ "c i i i c m . c . . .",
  /* DOUBLE    */ ". c i c c . . . . . .",
  /* DECIMAL   */ ". c i i c . . . . . .",
  /* STRING    */ "c c c c i m c c c c c",
  /* TIMESTAMP */ ". c . . c i c . . . .",
  /* DATE      */ ". . . . c i i . . . .",
  /* INTERVAL  */ ". c . . c . . i . . .",
  /* ARRAY     */ ". . . . c . . . i . .",
  /* MAP       */ ". . . . c . . . . i .",
  /* STRUCT    */ ". . . . c . . . . . i",
];

const letters: Readonly<Record<Coercion, string>> = { implicit: "i", compared: "m", cast: "c", never: "." };

describe.each(samples.map(([type, value], index) => [type.kind, type, value, expected[index]!] as const))(
  "%s",
  (_, from, value, row) => {
    test("goes where the table says", () => {
      expect(samples.map(([to]) => letters[coercionOf(from, to)]).join(" ")).toBe(row);
    });

    test.each(samples.map(([to]) => [to.kind, to] as const))(
      "as %s: CAST, the common type and comparisons agree",
      (_kind, to) => {
        const coercion = coercionOf(from, to);
        expect(castProblem(from, to) === null).toBe(coercion !== "never");
        if (
          coercion !== "never" &&
          !(
            value === "1" &&
            ["BOOLEAN", "ARRAY", "MAP", "STRUCT", "TIMESTAMP", "DATE", "INTERVAL"].includes(to.kind)
          )
        )
          expect(runCast(from, to, value, null)).toMatchObject({
            values: [expect.anything(), null],
            warnings: new Map(),
          });
        if (coercion === "implicit" && from.kind !== to.kind) expect(commonType([from, to])).not.toBeNull();
        const eitherWay = [coercion, coercionOf(to, from)];
        if (eitherWay.every((one) => one !== "implicit")) expect(commonType([from, to])).toBeNull();
        const comparable = comparableTypes([from, to]);
        if (eitherWay.some((one) => one === "implicit" || one === "compared"))
          expect(comparable).not.toBeNull();
        else if (!(isTimely(from) && isTimely(to))) expect(comparable).toBeNull();
        for (const [index, type] of (comparable ?? []).entries())
          expect(["implicit", "compared"]).toContain(coercionOf([from, to][index]!, type));
      },
    );
  },
);

/** Beside a DATE a text or a BIGINT is compared as a TIMESTAMP, to which both go. */
function isTimely({ kind }: DataType): boolean {
  return ["DATE", "TIMESTAMP", "STRING", "BIGINT"].includes(kind);
}

test("DECIMALs of other digits mix, what is inside others goes as it does alone", () => {
  expect(coercionOf(decimal(5, 2), decimal(3, 0))).toBe("implicit");
  expect(coercionOf(arrayOf(BIGINT), arrayOf(DOUBLE))).toBe("implicit");
  expect(coercionOf(arrayOf(STRING), arrayOf(TIMESTAMP))).toBe("cast");
  expect(coercionOf(mapOf(BOOLEAN), mapOf(DATE))).toBe("never");
  const pair = (a: DataType, b: DataType): DataType =>
    structOf([
      { name: "a", type: a },
      { name: "b", type: b },
    ]);
  expect(coercionOf(pair(BIGINT, DATE), pair(DOUBLE, TIMESTAMP))).toBe("implicit");
  expect(coercionOf(pair(BIGINT, DATE), pair(BOOLEAN, TIMESTAMP))).toBe("cast");
  expect(coercionOf(pair(BIGINT, DATE), structOf([{ name: "a", type: BIGINT }]))).toBe("never");
});

test("a common type is one that all go to", () => {
  const common = commonType([arrayOf(BIGINT), null, arrayOf(decimal(3, 1))])!;
  expect(sameType(common, arrayOf(decimal(20, 1)))).toBe(true);
  expect(commonType([DATE, TIMESTAMP])).toEqual(TIMESTAMP);
  expect(commonType([TIMESTAMP, DATE, DATE])).toEqual(TIMESTAMP);
  expect(commonType([arrayOf(STRING), arrayOf(BIGINT)])).toBeNull();
});

test("beside a time, texts and whole numbers are compared as times", () => {
  expect(comparableTypes([DATE, STRING])).toEqual([TIMESTAMP, TIMESTAMP]);
  expect(comparableTypes([DATE, DATE])).toEqual([DATE, DATE]);
  expect(comparableTypes([DATE, BIGINT, null])).toEqual([TIMESTAMP, TIMESTAMP, TIMESTAMP]);
  expect(comparableTypes([STRING, BIGINT])).toBeNull();
  expect(comparableTypes([INTERVAL, STRING])).toBeNull();
});
