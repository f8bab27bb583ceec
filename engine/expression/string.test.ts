import fc from "fast-check";
import { expect, test } from "vitest";
import { columnOf } from "../data/column-buffer.ts";
import { readValue } from "../data/column.ts";
import { BIGINT, STRING } from "../data/data-type.ts";
import { Dictionary } from "../data/dictionary.ts";
import { column, literal, runFunction } from "../testing/run-function.ts";
import { LikePattern } from "./text/like-pattern.ts";
import { answerKernel } from "./text/answer-kernel.ts";

test("lengths and positions count characters, not UTF-16 units", () => {
  expect(runFunction("length", column(STRING, "a\u{1F600}", "", null)).values).toEqual([2n, 0n, null]);
  expect(
    runFunction("substring", column(STRING, "a\u{1F600}b"), literal(BIGINT, 2n), literal(BIGINT, 1n)).values,
  ).toEqual(["\u{1F600}"]);
});

test("SUBSTRING counts from 1, from the end below 0, and leaves out what lies outside", () => {
  const text = column(STRING, "stream");
  const part = (from: bigint, count: bigint) =>
    runFunction("substring", text, literal(BIGINT, from), literal(BIGINT, count)).values[0];
  expect([part(1n, 2n), part(-3n, 2n), part(0n, 3n), part(5n, 99n), part(9n, 1n), part(2n, -1n)]).toEqual([
    "st",
    "ea",
    "st",
    "am",
    "",
    "",
  ]);
  expect(runFunction("substring", text, column(BIGINT, 4n)).values).toEqual(["eam"]);
});

test("CONCAT skips NULL, || does not", () => {
  const texts = [column(STRING, "a", "b"), column(STRING, null, "c")];
  expect(runFunction("concat", ...texts).values).toEqual(["a", "bc"]);
  expect(runFunction("||", ...texts).values).toEqual([null, "bc"]);
  expect(runFunction("||", column(STRING, "n"), literal(BIGINT, 5n)).values).toEqual(["n5"]);
});

test("a function of one text is computed once a dictionary entry, new entries included", () => {
  const computed: string[] = [];
  const kernel = answerKernel([{ type: STRING, constant: null }], STRING, (text) => {
    computed.push(String(text));
    return String(text).toUpperCase();
  });
  const dictionary = new Dictionary();
  for (const values of [
    ["a", "b", "a"],
    ["b", "c", "a"],
  ]) {
    const result = kernel([columnOf(STRING, values, dictionary)], 3, new Map());
    expect([0, 1, 2].map((row) => readValue(result, STRING, row))).toEqual(
      values.map((text) => text.toUpperCase()),
    );
  }
  expect(computed).toEqual(["a", "b", "c"]);
});

test("UPPER, LOWER and TRIM", () => {
  expect(runFunction("upper", column(STRING, "é", null)).values).toEqual(["É", null]);
  expect(runFunction("lower", column(STRING, "ÀB")).values).toEqual(["àb"]);
  expect(runFunction("trim", column(STRING, "  a b ")).values).toEqual(["a b"]);
  expect(runFunction("ltrim", column(STRING, " a ")).values).toEqual(["a "]);
  expect(runFunction("rtrim", column(STRING, " a ")).values).toEqual([" a"]);
});

test("LIKE: % is any text, _ one character, all else itself, and case counts", () => {
  const like = (pattern: string, text: string) =>
    runFunction("like", column(STRING, text), literal(STRING, pattern)).values[0];
  expect(like("a%", "abc")).toBe(true);
  expect(like("%c", "abc")).toBe(true);
  expect(like("a_c", "a\u{1F600}c")).toBe(true);
  expect(like("a.c", "abc")).toBe(false);
  expect(like("A%", "abc")).toBe(false);
  expect(like("", "")).toBe(true);
  expect(like("%", "")).toBe(true);
  expect(like("_", "")).toBe(false);
  expect(
    runFunction("like", column(STRING, "50%", "500"), literal(STRING, "50!%"), literal(STRING, "!")).values,
  ).toEqual([true, false]);
  expect(runFunction("like", column(STRING, "ab", null), column(STRING, "a_", "a_")).values).toEqual([
    true,
    null,
  ]);
});

test("a LIKE pattern full of % takes pattern x text steps at most", () => {
  expect(new LikePattern(`${"%a".repeat(200)}%b`, null).matches("a".repeat(20_000))).toBe(false);
});

test("a LIKE pattern means the same with and without parts that are looked up", () => {
  const character = fc.constantFrom("a", "b", "%", "_", "!", "\u{1F600}");
  const text = fc.array(character, { maxLength: 10 }).map((all) => all.join(""));
  fc.assert(
    fc.property(text, text, fc.constantFrom(null, "!"), (pattern, given, escape) => {
      const source = Array.from(pattern).reduce(
        ({ regex, plain }, one) => {
          if (one === escape && !plain) return { regex, plain: true };
          const meant = plain ? `[${one}]` : one === "%" ? "[^]*" : one === "_" ? "[^]" : `[${one}]`;
          return { regex: regex + meant, plain: false };
        },
        { regex: "", plain: false },
      );
      fc.pre(!source.plain);
      expect(new LikePattern(pattern, escape).matches(given)).toBe(
        new RegExp(`^${source.regex}$`, "u").test(given),
      );
    }),
    { numRuns: 2000 },
  );
});
