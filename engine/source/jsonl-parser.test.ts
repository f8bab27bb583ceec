import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BIGINT, BOOLEAN, decimal, DOUBLE, STRING, TIMESTAMP, type Value } from "../data/data-type.ts";
import { formatDecimal } from "../data/decimal.ts";
import type { Schema } from "../data/schema.ts";
import { parsePieces, type SourceRows } from "../testing/source-rows.ts";
import { JsonlParser } from "./jsonl-parser.ts";
import { MAX_ROW_BYTES } from "./row-parser.ts";

const schema: Schema = [
  { name: "n", type: BIGINT },
  { name: 'naïve "s"', type: STRING },
  { name: "d", type: decimal(20, 3) },
  { name: "x", type: DOUBLE },
  { name: "t", type: TIMESTAMP },
  { name: "b", type: BOOLEAN },
];

function parse(text: string, types: Schema = schema, cuts: readonly number[] = []): SourceRows {
  return parsePieces(new JsonlParser(types), text, cuts);
}

/** A value with its JSON; null JSON: the key is left out. */
type Cell = readonly [value: Value, json: string | null];

const cell = <T extends Value>(
  values: fc.Arbitrary<T>,
  ...spellings: ((value: T) => string)[]
): fc.Arbitrary<Cell> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom<Cell>([null, "null"], [null, null]) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(values, fc.constantFrom(...spellings))
        .map(([value, spell]): Cell => [value, spell(value)]),
    },
  );

const escapeAll = (text: string): string =>
  `"${Array.from({ length: text.length }, (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, "0")}`).join("")}"`;
const quoted = (spell: (value: never) => string) => (value: unknown) => `"${spell(value as never)}"`;
const cells = fc.tuple(
  cell(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), String, quoted(String)),
  cell(fc.string({ unit: "binary" }), (value) => JSON.stringify(value), escapeAll),
  cell(
    fc.bigInt({ min: -(10n ** 20n) + 1n, max: 10n ** 20n - 1n }),
    (value) => formatDecimal(value, 3),
    (value) => `${value}e-3`,
  ),
  cell(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    String,
    quoted(String),
  ),
  cell(
    fc.integer({ min: 0, max: 4e12 }),
    String,
    (ms) => `"${new Date(ms).toISOString()}"`,
    (ms) => escapeAll(String(ms)),
  ),
  cell(fc.boolean(), String),
);
const shuffled = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 });
const space = fc.constantFrom("", " ", "\t ");

describe("JsonlParser", () => {
  test("any rows read back, whatever the order of keys, escapes, spaces, other keys and cuts", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            cells,
            fc.oneof({ weight: 3, arbitrary: fc.constant([0, 1, 2, 3, 4, 5, 6]) }, shuffled),
            space,
            fc.json(),
          ),
          { maxLength: 10 },
        ),
        fc.array(fc.nat(2_000), { maxLength: 12 }),
        fc.constantFrom("\n", "\r\n", "\n\n"),
        fc.boolean(),
        (table, cuts, lineEnd, mark) => {
          const lines = table.map(([row, order, gap, other]) => {
            const members = [
              ...row.map(([, json], column) => [schema[column]!.name, json] as const),
              ["other", other] as const,
            ];
            const texts = order.map((index) => members[index]!).filter(([, json]) => json !== null);
            return `${gap}{${gap}${texts.map(([name, json]) => `${JSON.stringify(name)}${gap}:${gap}${json}${gap}`).join(`,${gap}`)}}${gap}`;
          });
          const { rows, malformed } = parse(`${mark ? "\ufeff" : ""}${lines.join(lineEnd)}`, schema, cuts);
          expect(malformed).toEqual([]);
          expect(rows).toEqual(table.map(([row]) => row.map(([value]) => value)));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("what is read does not depend on where the bytes are cut, in broken input either", () => {
    const junk = fc.string({
      unit: fc.constantFrom('"', "{", "}", "[", ":", ",", "\\", "\n", "1", "é", '{"a":', '"b":', "null"),
      maxLength: 40,
    });
    fc.assert(
      fc.property(junk, fc.array(fc.nat(100), { maxLength: 20 }), (text, cuts) => {
        const types: Schema = [
          { name: "a", type: BIGINT },
          { name: "b", type: STRING },
        ];
        expect(parse(text, types, cuts)).toEqual(parse(text, types));
      }),
      { numRuns: 1_000 },
    );
  });

  test("any JSON object is a row, and a STRING column holds the text of whatever a key has", () => {
    const object = fc.dictionary(
      fc.oneof(
        fc.constantFrom("a", "b"),
        fc.string().filter((key) => !/^[AB]$/.test(key)),
      ),
      fc.jsonValue(),
      {
        noNullPrototype: true,
      },
    );
    fc.assert(
      fc.property(fc.array(object, { minLength: 1 }), (objects) => {
        const text = objects.map((each) => JSON.stringify(each)).join("\n");
        const expected = objects.map(({ a, b }) =>
          [a, b].map((value) =>
            typeof value === "string" || value === null || value === undefined
              ? (value ?? null)
              : JSON.stringify(value),
          ),
        );
        expect(
          parse(text, [
            { name: "a", type: STRING },
            { name: "b", type: STRING },
          ]),
        ).toEqual({ rows: expected, malformed: [] });
      }),
      { numRuns: 300 },
    );
  });

  test("values keep every digit: BIGINT and DECIMAL never go through a double", () => {
    const types: Schema = [
      { name: "n", type: BIGINT },
      { name: "d", type: decimal(38, 2) },
    ];
    expect(parse('{"n":9007199254740993,"d":12345678901234567890123456789012345.67}', types).rows).toEqual([
      [9007199254740993n, 1234567890123456789012345678901234567n],
    ]);
  });

  test("a STRING column keeps what is no string as its JSON text; other types refuse nested values", () => {
    const text = '{"n":1,"s":{"a":[1, "}"]}}\n{"s":12.50}\n{"s":true}\n{"n":[1],"s":"x"}\n{"s":{"a":}}';
    const { rows, malformed } = parse(text, [
      { name: "n", type: BIGINT },
      { name: "s", type: STRING },
    ]);
    expect(rows).toEqual([
      [1n, '{"a":[1, "}"]}'],
      [null, "12.50"],
      [null, "true"],
      "unreadable",
      "unreadable",
    ]);
    expect(malformed.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [4, 6, 'column n: "[1]" is not a number'],
      [5, 6, 'column s: "{"a":}" is not a JSON value'],
    ]);
  });

  test("keys match exactly, or in another case where the row has nothing yet; the last of two counts", () => {
    const lines = [
      ['{"city":"a"}', "a"],
      ['{"City":"b","x":{"City":"z"}}', "b"],
      ['{"City":"c","City":"d"}', "d"],
      ['{"City":"e","city":"f"}', "e"],
      ['{"CITY":"g","City":"h"}', "h"],
      ["{}", null],
    ];
    const text = lines.map(([line]) => line).join("\n");
    expect(parse(text, [{ name: "City", type: STRING }]).rows).toEqual(lines.map(([, value]) => [value]));
  });

  test("a malformed line takes a seq, is located, and the rest is read", () => {
    const lines = [
      '{"a":1}',
      '{"a":é}',
      "[1]",
      '{"a" 1}',
      '{"a":1',
      '{"a":1} x',
      '{"a":"\\q"}',
      '{"a":1,}',
      '{"a":"\\ud800"}',
      '{"a":}',
      "",
      '{"a":2}',
    ];
    const { rows, malformed } = parse(lines.join("\n"), [{ name: "a", type: STRING }]);
    expect(rows).toEqual([["1"], ...Array.from({ length: 9 }, () => "unreadable"), ["2"]]);
    expect(malformed.map(({ seq, line, column, reason }) => [seq, line, column, reason])).toEqual([
      [1, 2, 6, 'column a: "é" is not a JSON value'],
      [2, 3, 1, "a line must be a JSON object"],
      [3, 4, 6, "a colon is missing after the key"],
      [4, 5, 7, "a comma or the end of the object is missing"],
      [5, 6, 9, "the line goes on after the object"],
      [6, 7, 7, 'column a: "\\q" has an escape that means nothing, or is not UTF-8 text'],
      [7, 8, 8, "a key is missing"],
      [8, 9, 7, 'column a: "\\ud800" has an escape that means nothing, or is not UTF-8 text'],
      [9, 10, 6, "a value is missing"],
    ]);
    expect(malformed[0]!.excerpt).toBe('{"a":é}');
  });

  test("a line that is too long is malformed, wherever the bytes are cut", () => {
    const types: Schema = [{ name: "a", type: STRING }];
    const text = `{"a":"1"}\n{"a":"${"x".repeat(MAX_ROW_BYTES)}"}\n{"a":"2"}\n`;
    const whole = parse(text, types);
    expect(whole.rows).toEqual([["1"], "unreadable", ["2"]]);
    expect(whole.malformed).toMatchObject([{ seq: 1, line: 2, column: 1 }]);
    for (const cut of [50, MAX_ROW_BYTES + 10, MAX_ROW_BYTES + 12, MAX_ROW_BYTES + 20])
      expect(parse(text, types, [cut])).toEqual(whole);
  });
});
