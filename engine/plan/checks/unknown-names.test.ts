import { describe, expect, test } from "vitest";
import { mended, orders, problemsOf } from "../../testing/compile-text.ts";
import { compileQuery } from "../compile-query.ts";

describe("a name that is none", () => {
  test.each([
    ["SELECT shrad FROM orders", "SELECT shard FROM orders"],
    ["SELECT k FROM orders WHERE paid_ta > 0", "SELECT k FROM orders WHERE paid_at > 0"],
    ["SELECT COUNT(*) FROM orders GROUP BY shrd", "SELECT COUNT(*) FROM orders GROUP BY shard"],
    ["SELECT SUM(shrd) FROM orders", "SELECT SUM(shard) FROM orders"],
    [
      "SELECT k, COUNT(*) AS total FROM orders GROUP BY k HAVING totel > 1",
      "SELECT k, COUNT(*) AS total FROM orders GROUP BY k HAVING total > 1",
    ],
    ["SELECT k FROM oders", "SELECT k FROM orders"],
    ["SELECT LOWR(k) FROM orders", "SELECT LOWER(k) FROM orders"],
    ["SELECT SUMM(v) FROM orders", "SELECT SUM(v) FROM orders"],
    ["SELECT CAST(v AS STRNG) FROM orders", "SELECT CAST(v AS STRING) FROM orders"],
  ])("%s is mended by the nearest: %s", (sql, expected) => expect(mended(sql)).toBe(expected));

  test("without a near one, those that there are are listed", () => {
    const [problem] = compileQuery("SELECT elsewhere FROM orders", [orders]).diagnostics;
    expect(problem).toMatchObject({
      code: "UNKNOWN_COLUMN",
      message: "orders has no column elsewhere.",
      hint: "Its columns are: ts, k, v, d, m, f, paid_at, shard.",
      fix: null,
    });
  });
});

test("several at once, each where it stands", () => {
  expect(problemsOf("SELECT nix, NOPE(nox), SUM(nux) FILTER (WHERE nax) FROM orders GROUP BY nex")).toEqual([
    'UNKNOWN_COLUMN "nix"',
    'UNKNOWN_FUNCTION "NOPE"',
    'UNKNOWN_COLUMN "nox"',
    'UNKNOWN_COLUMN "nux"',
    'UNKNOWN_COLUMN "nax"',
    'UNKNOWN_COLUMN "nex"',
  ]);
});
