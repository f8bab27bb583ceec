import { describe, expect, test } from "vitest";
import { writtenFunctions } from "../../expression/function-registry.ts";
import { orders, problemsOf } from "../../testing/compile-text.ts";
import { compileQuery } from "../compile-query.ts";

const native = { preset: "velostream" } as const;

describe("too many or too few", () => {
  test.each(["UPPER(k, k)", "ABS()", "SUBSTRING(k)", "NULLIF(v)", "MOD(v)", "ELEMENT_AT(k)"])("%s", (call) =>
    expect(problemsOf(`SELECT ${call} FROM orders`, native)).toEqual([`WRONG_ARGUMENT_COUNT "${call}"`]),
  );
});

describe("of another type", () => {
  test.each([
    "UPPER(v)",
    "ABS(k)",
    "ROUND(v, k)",
    "SUBSTRING(k, 'a')",
    "MOD(k, v)",
    "COALESCE(v, k)",
    "CARDINALITY(k)",
  ])("%s", (call) =>
    expect(problemsOf(`SELECT ${call} FROM orders`, native)).toEqual([`TYPE_MISMATCH "${call}"`]),
  );
});

test("the hint is what the function takes and gives", () => {
  const [problem] = compileQuery("SELECT ABS(v, 1) FROM orders", [orders], native).diagnostics;
  expect(problem).toMatchObject({
    message: "ABS takes 1 argument, not 2.",
    hint: "The form is ABS(x) → type of x.",
  });
});

test.each([
  ["UCASE()", "UCASE takes 1 argument, not 0.", "The form is UCASE(text) → STRING."],
  ["EVERY(v)", "EVERY takes conditions, not BIGINT.", "The form is EVERY(condition) → BOOLEAN."],
  ["LATEST_BY_OFFSET()", "LATEST_BY_OFFSET takes 1 to 2 arguments.", "The form is LATEST_BY_OFFSET(value"],
  ["k + 1", "+ takes numbers, not STRING and BIGINT.", "A text becomes a number by CAST(k AS BIGINT)."],
])("%s is spoken of as it was typed", (call, message, hint) => {
  const [problem] = compileQuery(`SELECT ${call} FROM orders`, [orders], native).diagnostics;
  expect(problem!.message).toBe(message);
  expect(problem!.hint!.startsWith(hint), problem!.hint!).toBe(true);
});

test("every function says in one sentence what is wrong with a STRUCT in all its places", () => {
  for (const called of writtenFunctions()) {
    const { name, document } = called;
    const struct = { kind: "STRUCT", fields: [] } as const;
    const resolution = called.resolve(Array.from({ length: 9 }, () => struct));
    if (!("problem" in resolution)) continue;
    expect(resolution.problem, name).toMatch(/^[^\n]+\.$/);
    expect(document, name).toBeDefined();
  }
});

test("each argument is checked on its own, also in a function that is none", () => {
  expect(problemsOf("SELECT CONCAT(nix, ABS(k), UPPR(nox)) FROM orders", native)).toEqual([
    'UNKNOWN_COLUMN "nix"',
    'TYPE_MISMATCH "ABS(k)"',
    'UNKNOWN_FUNCTION "UPPR"',
    'UNKNOWN_COLUMN "nox"',
  ]);
});

test("what only aggregates have is shown where it stands", () => {
  expect(problemsOf("SELECT UPPER(DISTINCT k) FROM orders", native)).toEqual(['NOT_AN_AGGREGATE "DISTINCT"']);
  expect(problemsOf("SELECT UPPER(*) FROM orders", native)).toEqual(['NOT_AN_AGGREGATE "*"']);
});
