import { describe, expect, test } from "vitest";
import { planOf, problemsOf } from "../../testing/compile-text.ts";

describe("numbers", () => {
  test.each(["9223372036854775808", "99999999999999999999"])("%s is no BIGINT", (text) =>
    expect(problemsOf(`SELECT ${text} FROM orders`)).toEqual([`NUMBER_OUT_OF_RANGE "${text}"`]),
  );

  test("the least BIGINT is one only with its minus", () => {
    expect(problemsOf("SELECT -9223372036854775808 FROM orders")).toEqual([]);
    expect(problemsOf("SELECT -(9223372036854775808) FROM orders")).toEqual([]);
    expect(problemsOf("SELECT 0 - 9223372036854775808 FROM orders")).toEqual([
      'NUMBER_OUT_OF_RANGE "9223372036854775808"',
    ]);
  });

  test("a DECIMAL has 38 digits, leading zeros aside", () => {
    const digits = `${"1".repeat(20)}.${"1".repeat(19)}`;
    expect(problemsOf(`SELECT ${digits} FROM orders`)).toEqual([`NUMBER_OUT_OF_RANGE "${digits}"`]);
    expect(problemsOf(`SELECT 000${"1".repeat(19)}.${"1".repeat(19)} FROM orders`)).toEqual([]);
  });
});

describe("times", () => {
  test.each([
    ["DATE '2026-02-30'", "DATE '2026-02-30'"],
    ["DATE '2026-01-31 10:00'", "DATE '2026-01-31 10:00'"],
    ["TIMESTAMP '2026-01-31 25:00'", "TIMESTAMP '2026-01-31 25:00'"],
    ["ts > 'yesterday'", "'yesterday'"],
    ["ts BETWEEN '2026-01-01' AND '2026-13-01'", "'2026-13-01'"],
    ["DATE '2026-01-31' = 'soon'", "'soon'"],
  ])("%s: %s", (text, range) =>
    expect(problemsOf(`SELECT ${text} FROM orders`)).toEqual([`BAD_TIME "${range}"`]),
  );

  test("a whole number beside a time is milliseconds of its calendar", () => {
    const { filter } = planOf("SELECT k FROM orders WHERE ts > 8640000000000000");
    expect(filter).toMatchObject({ arguments: [{}, { value: 8.64e15, type: { kind: "TIMESTAMP" } }] });
  });
});

test("several at once", () => {
  expect(problemsOf("SELECT 9223372036854775808, DATE 'x', ts > 'y' FROM orders")).toEqual([
    'NUMBER_OUT_OF_RANGE "9223372036854775808"',
    "BAD_TIME \"DATE 'x'\"",
    "BAD_TIME \"'y'\"",
  ]);
});
