import { expect, test } from "vitest";
import { BIGINT, STRING, type Value } from "../../data/data-type.ts";
import { column, literal, runFunction } from "../../testing/run-function.ts";

function one(name: string, ...values: readonly (string | bigint | null)[]): Value {
  return runFunction(
    name,
    ...values.map((value) => column(typeof value === "bigint" ? BIGINT : STRING, value)),
  ).values[0]!;
}

test("REGEXP matches a part of the text, with flags", () => {
  expect(one("regexp", "window 7", "\\d$")).toBe(true);
  expect(one("regexp", "window", "^i")).toBe(false);
  expect(one("regexp", "Window", "^w", "i")).toBe(true);
  expect(one("regexp", "a\nb", "^b", "m")).toBe(true);
  expect(one("regexp", "a\nb", "a.b", "s")).toBe(true);
  expect(one("regexp", null, "a")).toBeNull();
});

test("REGEXP_REPLACE replaces the first match, with g all, and knows groups in both spellings", () => {
  expect(one("regexp_replace", "a1b22", "\\d", "#")).toBe("a#b22");
  expect(one("regexp_replace", "a1b22", "\\d+", "#", "g")).toBe("a#b#");
  expect(one("regexp_replace", "a1", "(\\w)(\\d)", "$2\\1")).toBe("1a");
  expect(one("regexp_replace", "a1", "(\\w)\\d", "${1}0")).toBe("a0");
  expect(one("regexp_replace", "a1", "\\d", "<\\&$0>")).toBe("a<11>");
  expect(one("regexp_replace", "a", "a|(b)", "[$1]")).toBe("[]");
  expect(one("regexp_replace", "a", "a", "\\$1 \\\\ 5$")).toBe("$1 \\ 5$");
  expect(one("regexp_replace", "abc", "b*", "-", "g")).toBe("abc".replace(/b*/g, "-"));
});

test("REGEXP_EXTRACT gives a group or NULL; REGEXP_EXTRACT_ALL all of them", () => {
  expect(one("regexp_extract", "k=1;k=2", "k=(\\d)")).toBe("k=1");
  expect(one("regexp_extract", "k=1;k=2", "k=(\\d)", 1n)).toBe("1");
  expect(one("regexp_extract", "none", "k=(\\d)", 1n)).toBeNull();
  expect(one("regexp_extract", "b", "(a)|b", 1n)).toBeNull();
  expect(one("regexp_extract_all", "k=1;k=2", "k=(\\d)", 1n)).toBe('["1","2"]');
  expect(one("regexp_extract_all", "ab", "(a)|b", 1n)).toBe('["a",null]');
  expect(one("regexp_extract_all", "x", "\\d")).toBe("[]");
});

test("REGEXP_MATCH, _COUNT, _INSTR and _SPLIT_TO_ARRAY", () => {
  expect(one("regexp_match", "a1", "(\\w)(\\d)")).toBe('["a","1"]');
  expect(one("regexp_match", "a1", "\\d")).toBe('["1"]');
  expect(one("regexp_match", "a", "\\d")).toBeNull();
  expect(one("regexp_count", "aXbX", "X")).toBe(2n);
  expect(one("regexp_instr", "\u{1F600}b", "b")).toBe(2n);
  expect(one("regexp_instr", "a", "b")).toBe(0n);
  expect(one("regexp_split_to_array", "a, b;c", "[,;]\\s*")).toBe('["a","b","c"]');
  expect(one("regexp_split_to_array", "abc", "")).toBe('["a","b","c"]');
  expect(one("regexp_split_to_array", "", ",")).toBe('[""]');
});

test("SIMILAR TO takes the standard's pattern of the whole text", () => {
  const similar = (text: string, pattern: string): Value => one("similar to", text, pattern);
  expect(similar("abc", "a%")).toBe(true);
  expect(similar("abc", "b%")).toBe(false);
  expect(similar("abc", "(a|x)_c")).toBe(true);
  expect(similar("aab", "a{2}b")).toBe(true);
  expect(similar("a.c", "a.c")).toBe(true);
  expect(similar("abc", "a.c")).toBe(false);
  expect(similar("a%", "a\\%")).toBe(true);
  expect(similar("5\n", "[0-9]%")).toBe(true);
  expect(similar("x^", "[^a-c]^")).toBe(true);
  expect(one("similar to", "a%", "a!%", "!")).toBe(true);
});

test("a pattern that is data and no pattern is NULL and counted, with what is wrong", () => {
  const { values, warnings } = runFunction("regexp", literal(STRING, "abc"), column(STRING, "b", "(", null));
  expect(values).toEqual([true, null, null]);
  expect(warnings.get("BAD_REGEX")).toMatchObject({
    count: 1,
    rows: [1],
    example: "'(': A ( has no ); write \\( for the character itself, at character 1 of the pattern.",
  });
});

test("a pattern that takes too many steps over a text is NULL and counted; others are not touched", () => {
  const pattern = "(?:a{0,900}){2}$b";
  const { values, warnings } = runFunction(
    "regexp",
    column(STRING, "b", "a".repeat(20_000)),
    literal(STRING, pattern),
  );
  expect(values).toEqual([false, null]);
  expect(warnings.get("BAD_REGEX")?.example).toContain("takes too many steps");
});

test("a group that the pattern has not is NULL and counted", () => {
  expect(
    runFunction("regexp_extract", column(STRING, "a"), literal(STRING, "a"), column(BIGINT, 1n)).warnings.get(
      "BAD_ARGUMENT",
    ),
  ).toMatchObject({
    example: "'a' has no group 1",
  });
  expect(one("regexp_replace", "a", "a", "$1")).toBeNull();
});

test("a replacement that makes the text too long is NULL and counted", () => {
  const { warnings } = runFunction(
    "regexp_replace",
    column(STRING, "a".repeat(5000)),
    literal(STRING, "a"),
    literal(STRING, "b".repeat(1000)),
    literal(STRING, "g"),
  );
  expect(warnings.get("TEXT_TOO_LONG")?.count).toBe(1);
});
