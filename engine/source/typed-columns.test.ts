import { describe, expect, test } from "vitest";
import {
  BIGINT,
  type DataType,
  DATE,
  INTERVAL,
  STRING,
  arrayOf,
  decimal,
  mapOf,
  structOf,
} from "../data/data-type.ts";
import { parsePieces } from "../testing/source-rows.ts";
import { CsvParser } from "./csv-parser.ts";
import { JsonlParser } from "./jsonl-parser.ts";

const point = structOf([
  { name: "x", type: BIGINT },
  { name: "tag", type: STRING },
]);

function json(type: DataType, ...values: readonly string[]): ReturnType<typeof parsePieces> {
  return parsePieces(
    new JsonlParser([{ name: "c", type }]),
    values.map((value) => `{"c": ${value}}\n`).join(""),
    [],
  );
}

function csv(type: DataType, ...values: readonly string[]): ReturnType<typeof parsePieces> {
  return parsePieces(
    new CsvParser([
      { name: "a", type: STRING },
      { name: "c", type },
    ]),
    `a,c\n${values.map((value) => `x,${value}\n`).join("")}`,
    [],
  );
}

describe("DATE", () => {
  test("is a day, or a time that is a midnight", () => {
    const { rows } = csv(DATE, "1970-01-02", " 1970-01-02 ", "1970-01-02T00:00:00Z", "");
    expect(rows).toEqual([
      ["x", 86_400_000],
      ["x", 86_400_000],
      ["x", 86_400_000],
      ["x", null],
    ]);
    expect(json(DATE, '"1970-01-02"', "null").rows).toEqual([[86_400_000], [null]]);
  });

  test("anything else is malformed, in one sentence", () => {
    const { rows, malformed } = json(DATE, '"1970-01-02T01:00"', "5", '"1970-02-30"');
    expect(rows).toEqual(["unreadable", "unreadable", "unreadable"]);
    expect(malformed[0]?.reason).toBe('column c: "1970-01-02T01:00" is not a date such as 2026-01-31');
  });
});

describe("INTERVAL", () => {
  test("is whole milliseconds or a text with units", () => {
    expect(json(INTERVAL, "250", '"1h 5m"', '"-2 minutes"', "null", '""').rows).toEqual([
      [250],
      [3_900_000],
      [-120_000],
      [null],
      [null],
    ]);
    expect(csv(INTERVAL, "250", "5s").rows).toEqual([
      ["x", 250],
      ["x", 5000],
    ]);
  });

  test("anything else is malformed", () => {
    expect(json(INTERVAL, '"soon"', "1.5", '"1 month"').malformed).toHaveLength(3);
  });
});

describe("ARRAY, MAP and STRUCT", () => {
  test("are JSON, and equal values are one text whatever their spelling", () => {
    expect(json(arrayOf(BIGINT), "[1, 2]", "[ 1,2 ]", '"[1,2]"', "[]", "null").rows).toEqual([
      ["[1,2]"],
      ["[1,2]"],
      ["[1,2]"],
      ["[]"],
      [null],
    ]);
    expect(json(mapOf(decimal(5, 2)), '{"b": 1, "a": 0.5}').rows).toEqual([['{"a":0.50,"b":1.00}']]);
    expect(json(point, '{"tag": "q", "X": 9007199254740993, "more": 1}').rows).toEqual([
      ['[9007199254740993,"q"]'],
    ]);
  });

  test("in CSV they are quoted", () => {
    expect(csv(point, '"{""x"": 1, ""tag"": ""a""}"', "").rows).toEqual([
      ["x", '[1,"a"]'],
      ["x", null],
    ]);
  });

  test("what is no value of the type is malformed, and named", () => {
    const { rows, malformed } = json(arrayOf(BIGINT), '["a"]', "5", "[1]");
    expect(rows).toEqual(["unreadable", "unreadable", ["[1]"]]);
    expect(malformed[0]?.reason).toBe('column c: "["a"]" is not JSON of ARRAY<BIGINT>');
  });
});
