import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BIGINT, BOOLEAN, decimal, DOUBLE, STRING, TIMESTAMP, type Value } from "../data/data-type.ts";
import { formatDecimal } from "../data/decimal.ts";
import type { Schema } from "../data/schema.ts";
import { parsePieces, type SourceRows } from "../testing/source-rows.ts";
import { CsvParser } from "./csv-parser.ts";
import { MAX_ROW_BYTES } from "./row-parser.ts";
import { CHUNK_ROWS } from "./source-chunk.ts";

const schema: Schema = [
  { name: "n", type: BIGINT },
  { name: "s", type: STRING },
  { name: "d", type: decimal(20, 3) },
  { name: "x", type: DOUBLE },
  { name: "t", type: TIMESTAMP },
  { name: "b", type: BOOLEAN },
];

function parse(text: string, types: Schema = schema, cuts: readonly number[] = []): SourceRows {
  return parsePieces(new CsvParser(types), text, cuts);
}

/** One column of a type, beside an empty one so that an empty value makes no empty line. */
function parseValue(type: Schema[number]["type"], field: string): Value | string {
  const { rows, malformed } = parse(`v,w\n${field},\n`, [{ name: "v", type }]);
  return rows[0] === "unreadable" ? malformed[0]!.reason : rows[0]![0]!;
}

/** A value with a way to write it. */
type Cell = readonly [value: Value, text: string];

const quoteText = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const cell = <T extends Value>(
  values: fc.Arbitrary<T>,
  ...spellings: ((value: T) => string)[]
): fc.Arbitrary<Cell> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant<Cell>([null, ""]) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(values, fc.constantFrom(...spellings), fc.boolean())
        .map(([value, spell, quoted]): Cell => [value, quoted ? quoteText(spell(value)) : spell(value)]),
    },
  );

const time = fc.integer({ min: -62_135_596_800_000, max: 253_402_200_000_000 });
const iso = (ms: number): string => new Date(ms).toISOString();
const cells = fc.tuple(
  cell(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), String, (value) =>
    `${value}`.padStart(3, "0").replace(/^0+-/, "-0"),
  ),
  fc.oneof(
    fc.constant<Cell>([null, ""]),
    fc
      .tuple(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", "é", "😀") }),
        ),
        fc.boolean(),
      )
      .map(([value, quoted]): Cell => [
        value,
        quoted || /^$|^"|[,\r\n]/.test(value) ? quoteText(value) : value,
      ]),
  ),
  cell(
    fc.oneof(
      fc.bigInt({ min: -(10n ** 20n) + 1n, max: 10n ** 20n - 1n }),
      fc.bigInt({ min: -9_999n, max: 9_999n }),
    ),
    (value) => formatDecimal(value, 3),
    (value) => `${value}e-3`,
  ),
  cell(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    String,
    (value) => value.toExponential(),
  ),
  cell(time, String, iso, (ms) =>
    iso(ms + 5_400_000)
      .replace("Z", "+01:30")
      .replace("T", " "),
  ),
  cell(
    fc.boolean(),
    String,
    (value) => (value ? "T" : "F"),
    (value) => (value ? "1" : "0"),
  ),
);

describe("CsvParser", () => {
  test("any table reads back, however it is written, cut into pieces and ended", () => {
    fc.assert(
      fc.property(
        fc.array(cells, { maxLength: 12 }),
        fc.array(fc.nat(2_000), { maxLength: 12 }),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        fc.boolean(),
        (table, cuts, lineEnd, closed, mark) => {
          const lines = ["N,s,d,x,T,b", ...table.map((row) => row.map(([, text]) => text).join(","))];
          const text = `${mark ? "\ufeff" : ""}${lines.join(lineEnd)}${closed ? lineEnd : ""}`;
          const { rows, malformed } = parse(text, schema, cuts);
          expect(malformed).toEqual([]);
          expect(rows).toEqual(table.map((row) => row.map(([value]) => value)));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("a double is the one nearest to the text, whatever its digits", () => {
    const digits = (max: number) =>
      fc.string({
        unit: fc.constantFrom("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
        minLength: 1,
        maxLength: max,
      });
    fc.assert(
      fc.property(fc.constantFrom("", "-"), digits(12), digits(12), (sign, whole, fraction) => {
        const text = `${sign}${whole}.${fraction}`;
        expect(parseValue(DOUBLE, text)).toBe(Number(text));
      }),
    );
  });

  test("what is read does not depend on where the bytes are cut, in broken input either", () => {
    const junk = fc.string({
      unit: fc.constantFrom('"', ",", "\n", "\r", "1", "é", '"\n', ',"'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(junk, fc.array(fc.nat(100), { maxLength: 20 }), (text, cuts) => {
        const types: Schema = [
          { name: "a", type: BIGINT },
          { name: "b", type: STRING },
        ];
        expect(parse(`a,b\n${text}`, types, cuts)).toEqual(parse(`a,b\n${text}`, types));
      }),
      { numRuns: 1_000 },
    );
  });

  test("a chunk holds CHUNK_ROWS records, the last one what is left", () => {
    const parser = new CsvParser([{ name: "v", type: BIGINT }]);
    const bytes = new TextEncoder().encode(`v\n${"7\n".repeat(2 * CHUNK_ROWS + 3)}`);
    const lengths = [...parser.push(bytes), ...parser.finish()].map(({ batch }) => [
      batch.base,
      batch.length,
    ]);
    expect(lengths).toEqual([
      [0, CHUNK_ROWS],
      [CHUNK_ROWS, CHUNK_ROWS],
      [2 * CHUNK_ROWS, 3],
    ]);
  });

  test("the header names the columns in any order and case; other columns are passed over", () => {
    const types: Schema = [
      { name: "b", type: STRING },
      { name: "a", type: BIGINT },
    ];
    expect(parse('A,"c,""c", B \n1,x,y\n', types).rows).toEqual([["y", 1n]]);
  });

  test.each([";", "\t", "|"])("the delimiter is found in the header: %j", (delimiter) => {
    const text = ["a", '"b,c,d"', "e"].join(delimiter) + "\n" + ["1", "x,y", '"z"'].join(delimiter);
    expect(
      parse(text, [
        { name: "b,c,d", type: STRING },
        { name: "e", type: STRING },
      ]).rows,
    ).toEqual([["x,y", "z"]]);
  });

  test("a header without a column that is wanted, or no header at all, is an error that names it", () => {
    expect(() => parse("a,c\n1,2\n", [{ name: "b", type: STRING }])).toThrow(
      "no column b; its columns are a, c",
    );
    expect(() => parse("", [{ name: "b", type: STRING }])).toThrow("no column b");
  });

  test("an empty field is NULL, an empty quoted one the empty string, or NULL where the type is no STRING", () => {
    const types: Schema = [
      { name: "s", type: STRING },
      { name: "n", type: BIGINT },
    ];
    expect(parse('s,n\n,\n"",""\n', types).rows).toEqual([
      [null, null],
      ["", null],
    ]);
  });

  test("an empty line is no row, but NULL in a file of one column", () => {
    expect(parse("s,n\n\na,1\n\r\n", [{ name: "s", type: STRING }]).rows).toEqual([["a"]]);
    expect(parse("s\n\na\n", [{ name: "s", type: STRING }]).rows).toEqual([[null], ["a"]]);
  });

  test.each<[string, Schema[number]["type"], Value | string]>([
    ["9223372036854775807", BIGINT, 9223372036854775807n],
    ["-9223372036854775808", BIGINT, -9223372036854775808n],
    ["9223372036854775808", BIGINT, "column v: 9223372036854775808 is out of the range of BIGINT"],
    ["1e3", BIGINT, 1000n],
    ["12.00", BIGINT, 12n],
    ["12.5", BIGINT, "column v: 12.5 is not a whole number"],
    [" 7 ", BIGINT, 7n],
    ["+7", BIGINT, 7n],
    ["-0", BIGINT, 0n],
    ["-", BIGINT, 'column v: "-" is not a number'],
    ["1-2", BIGINT, 'column v: "1-2" is not a number'],
    ["1e999999999", BIGINT, "column v: 1e999999999 is out of the range of BIGINT"],
    ["99.99", decimal(4, 2), 9999n],
    ["100", decimal(4, 2), "column v: 100 is out of the range of DECIMAL(4, 2)"],
    ["1.234", decimal(4, 2), "column v: 1.234 has more digits after the point than DECIMAL(4, 2) keeps"],
    ["1.2300", decimal(4, 2), 123n],
    [".5", decimal(2, 2), 50n],
    ["5.", decimal(4, 2), 500n],
    [".", decimal(4, 2), 'column v: "." is not a number'],
    ["-99999999999999999999999999999999999.999", decimal(38, 3), -99999999999999999999999999999999999999n],
    ["1e400", DOUBLE, "column v: 1e400 is out of the range of DOUBLE"],
    ["-0", DOUBLE, -0],
    [".5e1", DOUBLE, 5],
    ["NaN", DOUBLE, 'column v: "NaN" is not a number'],
    ["0x10", DOUBLE, 'column v: "0x10" is not a number'],
    ["1_000", DOUBLE, 'column v: "1_000" is not a number'],
    ["2024-02-29", TIMESTAMP, Date.UTC(2024, 1, 29)],
    ["2023-02-29", TIMESTAMP, 'column v: "2023-02-29" is not a time: whole milliseconds or ISO 8601'],
    ["2024-01-01T10:30", TIMESTAMP, Date.UTC(2024, 0, 1, 10, 30)],
    ["2024-01-01t10:30:15.1z", TIMESTAMP, Date.UTC(2024, 0, 1, 10, 30, 15, 100)],
    ["2024-01-01 10:30:15.123999-0530", TIMESTAMP, Date.UTC(2024, 0, 1, 16, 0, 15, 123)],
    [
      "2024-01-01T24:00",
      TIMESTAMP,
      'column v: "2024-01-01T24:00" is not a time: whole milliseconds or ISO 8601',
    ],
    [
      "2024-01-01T10:30:15+9",
      TIMESTAMP,
      'column v: "2024-01-01T10:30:15+9" is not a time: whole milliseconds or ISO 8601',
    ],
    ["-86400000", TIMESTAMP, -86_400_000],
    ["1.5", TIMESTAMP, 'column v: "1.5" is not a time: whole milliseconds or ISO 8601'],
    ["8640000000000000", TIMESTAMP, 8.64e15],
    ["8640000000000001", TIMESTAMP, "column v: 8640000000000001 ms is out of the range of TIMESTAMP"],
    ["TRUE", BOOLEAN, true],
    [" f ", BOOLEAN, false],
    ["yes", BOOLEAN, 'column v: "yes" is neither true nor false'],
    ["2", BOOLEAN, 'column v: "2" is neither true nor false'],
  ])("the field %s is read exactly or refused", (text, type, value) => {
    expect(parseValue(type, text)).toEqual(value);
  });

  test("a malformed row takes a seq, is located by line and character, and the rest is read", () => {
    const text = ["k,n", '"a\nb",1', "é,x", "c,2,3", "d", "e,4"].join("\n");
    const { rows, malformed } = parse(text, [
      { name: "k", type: STRING },
      { name: "n", type: BIGINT },
    ]);
    expect(rows).toEqual([["a\nb", 1n], "unreadable", "unreadable", "unreadable", ["e", 4n]]);
    expect(malformed).toEqual([
      { seq: 1, line: 4, column: 3, reason: 'column n: "x" is not a number', excerpt: "é,x" },
      { seq: 2, line: 5, column: 5, reason: "the row has 3 fields, the header 2", excerpt: "c,2,3" },
      { seq: 3, line: 6, column: 2, reason: "the row has 1 field, the header 2", excerpt: "d" },
    ]);
  });

  test("a fault after a line break inside quotes is located on its own line", () => {
    const { malformed } = parse('k,n\n"a\nb",x\n', [
      { name: "k", type: STRING },
      { name: "n", type: BIGINT },
    ]);
    expect(malformed).toMatchObject([{ line: 3, column: 4, excerpt: '"a' }]);
  });

  test("a quote that never closes spoils its line only", () => {
    const { rows, malformed } = parse('k,n\na,1\nb,"2\nc,3\n', [
      { name: "k", type: STRING },
      { name: "n", type: BIGINT },
    ]);
    expect(rows).toEqual([["a", 1n], "unreadable", ["c", 3n]]);
    expect(malformed).toMatchObject([
      { line: 3, column: 3, reason: "the quote that opens here never closes" },
    ]);
  });

  test("a field that goes on after its closing quote is malformed", () => {
    const { rows, malformed } = parse('k,n\n"a"b,1\nc,2\n', [{ name: "k", type: STRING }]);
    expect(rows).toEqual(["unreadable", ["c"]]);
    expect(malformed).toMatchObject([{ line: 2, column: 4 }]);
  });

  test("bytes that are not UTF-8 are malformed in a STRING column", () => {
    const bytes = Uint8Array.of(...new TextEncoder().encode("k\n"), 0xff, 10, 65, 10);
    const { rows } = parsePieces(new CsvParser([{ name: "k", type: STRING }]), bytes, []);
    expect(rows).toEqual(["unreadable", ["A"]]);
  });

  test("a row that is too long is malformed, wherever the bytes are cut", () => {
    const types: Schema = [
      { name: "k", type: STRING },
      { name: "n", type: BIGINT },
    ];
    for (const long of [
      "x".repeat(MAX_ROW_BYTES + 5),
      `"${"x\n".repeat(MAX_ROW_BYTES / 2)}"`,
      `"${"x".repeat(MAX_ROW_BYTES - 2)}`,
    ]) {
      const text = `k,n\na,1\n${long},2\nb,3\n`;
      const whole = parse(text, types);
      expect(whole.malformed[0]).toMatchObject({ seq: 1, line: 3 });
      expect(whole.rows.at(-1)).toEqual(["b", 3n]);
      for (const cut of [100, MAX_ROW_BYTES + 7, MAX_ROW_BYTES + 8, MAX_ROW_BYTES + 9, MAX_ROW_BYTES + 12])
        expect(parse(text, types, [cut]).malformed).toEqual(whole.malformed);
    }
  });

  test("a thousand malformed rows are kept with their reason, all are marked", () => {
    const { rows, malformed } = parse(`a\n${"x\n".repeat(1_500)}`, [{ name: "a", type: BIGINT }]);
    expect([rows.filter((row) => row === "unreadable").length, malformed.length]).toEqual([1_500, 1_000]);
  });
});
