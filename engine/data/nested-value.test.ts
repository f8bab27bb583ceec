import fc from "fast-check";
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
  arrayOf,
  decimal,
  mapOf,
  structOf,
} from "./data-type.ts";
import { type Element, nestedText, readNested } from "./nested-value.ts";
import { valueText } from "./value-text.ts";

const point = structOf([
  { name: "x", type: BIGINT },
  { name: "at", type: DATE },
]);

const scalars: readonly (readonly [DataType, fc.Arbitrary<Element>])[] = [
  [BOOLEAN, fc.boolean()],
  [BIGINT, fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n)],
  [decimal(38, 5), fc.bigInt(-(10n ** 38n) + 1n, 10n ** 38n - 1n)],
  [DOUBLE, fc.double().map((value) => value + 0)],
  [STRING, fc.string({ unit: "binary" })],
  [TIMESTAMP, fc.integer({ min: -8.64e15, max: 8.64e15 })],
  [DATE, fc.integer({ min: -1e8, max: 1e8 }).map((days) => days * 86_400_000)],
  [INTERVAL, fc.maxSafeInteger()],
];

/** A type with a value of it. */
function typed(depth: number): fc.Arbitrary<readonly [DataType, Element]> {
  const scalar = fc
    .constantFrom(...scalars)
    .chain(([type, value]) => fc.option(value).map((one) => [type, one] as const));
  if (depth === 0) return scalar;
  const inner = typed(depth - 1);
  return fc.oneof(
    scalar,
    inner.map(([type, value]) => [arrayOf(type), [value, null]] as const),
    fc
      .tuple(inner, fc.string({ unit: "binary" }))
      .map(([[type, value], key]) => [mapOf(type), new Map([[key, value]])] as const),
    fc.array(inner, { minLength: 1, maxLength: 3 }).map((fields) => {
      const type = structOf(fields.map(([field], index) => ({ name: `f${index}`, type: field })));
      return [type, fields.map(([, value]) => value)] as const;
    }),
  );
}

test("what is written is read back exactly, whatever it is made of", () => {
  fc.assert(
    fc.property(typed(3), ([type, value]) => {
      const whole = arrayOf(type);
      expect(readNested(nestedText([value], whole), whole)).toEqual([value]);
    }),
    { numRuns: 1000 },
  );
});

test("equal values have equal texts: keys in order, -0 as 0", () => {
  const entries = mapOf(DOUBLE);
  expect(
    nestedText(
      new Map([
        ["b", -0],
        ["a", 1],
      ]),
      entries,
    ),
  ).toBe('{"a":1,"b":0}');
  expect(
    nestedText(
      new Map([
        ["a", 1],
        ["b", 0],
      ]),
      entries,
    ),
  ).toBe('{"a":1,"b":0}');
});

describe("JSON of other programs", () => {
  test.each<readonly [string, DataType, string | null]>([
    ['[1, 9007199254740993, 1e3, "7"]', arrayOf(BIGINT), "[1,9007199254740993,1000,7]"],
    ["[9223372036854775808]", arrayOf(BIGINT), null],
    ["[1.5]", arrayOf(BIGINT), null],
    ['[0.1, 12.30, "5"]', arrayOf(decimal(5, 2)), "[0.10,12.30,5.00]"],
    ["[0.123]", arrayOf(decimal(5, 2)), null],
    ["[1000]", arrayOf(decimal(5, 2)), null],
    ['["NaN", -0.0, 1e400]', arrayOf(DOUBLE), '["NaN",0,"Infinity"]'],
    ['["2026-01-31", "1970-01-01T00:00:01Z", 5]', arrayOf(TIMESTAMP), "[1769817600000,1000,5]"],
    ['["2026-01-31", 86400001]', arrayOf(DATE), "[1769817600000,86400000]"],
    ['["1h 5m", 250]', arrayOf(INTERVAL), "[3900000,250]"],
    ['{"at": "1970-01-02", "X": 1, "more": [2]}', point, "[1,86400000]"],
    ['{"x": 1}', point, "[1,null]"],
    ["[1, null]", point, "[1,null]"],
    ["[1]", point, null],
    ['{"b": 2, "a": null}', mapOf(BIGINT), '{"a":null,"b":2}'],
    ['[1, {"a": [2.50]}, true]', arrayOf(STRING), '["1","{\\"a\\":[2.50]}","true"]'],
    ["5", arrayOf(BIGINT), null],
    ["[1", arrayOf(BIGINT), null],
    ["[1] 2", arrayOf(BIGINT), null],
    ["", arrayOf(BIGINT), null],
    ["null", arrayOf(BIGINT), null],
  ])("%s", (text, type, expected) => {
    const value = readNested(text, type);
    expect(value && nestedText(value, type)).toBe(expected);
  });

  test("no text is read deeper than the stack, nor slowly", () => {
    const deep = "[".repeat(1_000_000);
    expect(readNested(deep, arrayOf(STRING))).toBeNull();
    expect(readNested(`[1${"0".repeat(1_000_000)}1]`, arrayOf(decimal(38, 0)))).toBeNull();
  });
});

test("any text is a value or null, never an error", () => {
  const pieces = fc.constantFrom(
    "[",
    "]",
    "{",
    "}",
    '"',
    "\\",
    ",",
    ":",
    "1",
    "e",
    "-",
    ".",
    "null",
    "true",
    " ",
    "x",
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 12 }),
      fc.constantFrom(arrayOf(DOUBLE), mapOf(STRING), point),
      (parts, type) => {
        const text = parts.join("");
        const value = readNested(text, type);
        if (value !== null) expect(() => JSON.parse(text) as unknown).not.toThrow();
      },
    ),
    { numRuns: 2000 },
  );
});

test("for people it is JSON with the names of fields, and times as texts", () => {
  const all = structOf([
    { name: "n", type: decimal(5, 2) },
    { name: "when", type: TIMESTAMP },
    { name: "tags", type: mapOf(arrayOf(INTERVAL)) },
    { name: "d", type: DOUBLE },
    { name: "p", type: point },
  ]);
  const text = nestedText([1230n, 1000, new Map([["a", [3_900_000, null]]]), NaN, [1n, 0]], all);
  expect(valueText(text, all)).toBe(
    '{"n":12.30,"when":"1970-01-01 00:00:01.000","tags":{"a":["1h 5m",null]},"d":"NaN","p":{"x":1,"at":"1970-01-01"}}',
  );
});
