import { describe, expect, test } from "vitest";
import { mended, orders, problemsOf } from "../../testing/compile-text.ts";
import { compileQuery } from "../compile-query.ts";

describe("values that cannot be compared", () => {
  test.each([
    ["v = k", "v = k"],
    ["k < d", "k < d"],
    ["f <> v", "f <> v"],
    ["ts >= f", "ts >= f"],
    ["ts = d", "ts = d"],
    ["ts - paid_at > 5", "ts - paid_at > 5"],
    ["v IS DISTINCT FROM k", "v IS DISTINCT FROM k"],
    ["v BETWEEN k AND 5", "k"],
    ["v BETWEEN 1 AND f", "f"],
    ["v IN (1, k, 2.5)", "k"],
    ["CASE v WHEN k THEN 1 END = 1", "k"],
  ])("%s: %s", (text, range) =>
    expect(problemsOf(`SELECT k FROM orders WHERE ${text}`)).toEqual([`TYPE_MISMATCH "${range}"`]),
  );
});

describe("a number in quotes loses them", () => {
  test.each([
    ["v = '5'", "v = 5"],
    ["'-1.50' < d", "-1.50 < d"],
    ["v IN (1, '2')", "v IN (1, 2)"],
    ["m BETWEEN '1' AND 2", "m BETWEEN 1 AND 2"],
    ["CASE v WHEN '5' THEN f END", "CASE v WHEN 5 THEN f END"],
  ])("%s becomes %s", (text, expected) =>
    expect(mended(`SELECT k FROM orders WHERE ${text}`)).toBe(`SELECT k FROM orders WHERE ${expected}`),
  );
});

test("a text column is CAST", () => {
  const [problem] = compileQuery("SELECT k FROM orders WHERE k > 5", [orders]).diagnostics;
  expect(problem).toMatchObject({ hint: "A text becomes a number by CAST(k AS BIGINT).", fix: null });
});

test("what compares though the types differ", () => {
  for (const text of [
    "v = 1.5",
    "v < d",
    "ts > '2026-01-31'",
    "ts > 0",
    "ts >= DATE '2026-01-31'",
    "v IN (1, 2.5, NULL)",
  ])
    expect(problemsOf(`SELECT k FROM orders WHERE ${text}`)).toEqual([]);
});

describe("conditions", () => {
  test.each([
    ["SELECT k FROM orders WHERE v", "v"],
    ["SELECT k FROM orders WHERE f AND v", "v"],
    ["SELECT k FROM orders WHERE NOT k", "k"],
    ["SELECT k FROM orders WHERE v IS TRUE", "v"],
    ["SELECT CASE WHEN v THEN 1 END FROM orders", "v"],
    ["SELECT k, COUNT(*) FROM orders GROUP BY k HAVING COUNT(*)", "COUNT(*)"],
    ["SELECT SUM(v) FILTER (WHERE v) FROM orders", "v"],
  ])("%s needs one at %s", (sql, range) => expect(problemsOf(sql)).toEqual([`TYPE_MISMATCH "${range}"`]));

  test("both sides of AND are checked", () => {
    expect(problemsOf("SELECT k FROM orders WHERE v OR k")).toEqual([
      'TYPE_MISMATCH "v"',
      'TYPE_MISMATCH "k"',
    ]);
  });
});

test("a result of CASE that does not go with those before it is shown", () => {
  const sql = "SELECT CASE WHEN f THEN 1 WHEN v > 1 THEN 2.5 ELSE k END FROM orders";
  expect(problemsOf(sql)).toEqual(['TYPE_MISMATCH "k"']);
  const [problem] = compileQuery(sql, [orders]).diagnostics;
  expect(problem?.message).toBe("This result is STRING, and those before it are DECIMAL(20, 1).");
});
