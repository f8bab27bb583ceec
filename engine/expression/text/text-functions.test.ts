import fc from "fast-check";
import { expect, test } from "vitest";
import { BIGINT, STRING, type Value } from "../../data/data-type.ts";
import { type TestArgument, column, literal, runFunction } from "../../testing/run-function.ts";

const texts = fc
  .array(fc.constantFrom("a", "b", "A", " ", ",", "é", "ß", "\u{1F600}", "1"), { maxLength: 8 })
  .map((characters) => characters.join(""));
const numbers = fc.integer({ min: -4, max: 9 });

type Plain = (...values: never[]) => Value;
/** A function of texts (t) and numbers (n), and what it means in plain JavaScript, character by character. */
const functions: readonly (readonly [name: string, kinds: string, plain: Plain])[] = [
  ["upper", "t", (text: string) => text.toUpperCase()],
  ["lower", "t", (text: string) => text.toLowerCase()],
  ["reverse", "t", (text: string) => Array.from(text).reverse().join("")],
  ["length", "t", (text: string) => BigInt(Array.from(text).length)],
  ["octet_length", "t", (text: string) => BigInt(Buffer.from(text).length)],
  ["ascii", "t", (text: string) => BigInt(text.codePointAt(0) ?? 0)],
  ["trim", "t", (text: string) => text.trim()],
  ["ltrim", "tt", (text: string, taken: string) => dropWhile(Array.from(text), taken).join("")],
  [
    "rtrim",
    "tt",
    (text: string, taken: string) => dropWhile(Array.from(text).reverse(), taken).reverse().join(""),
  ],
  ["substring", "tn", (text: string, from: number) => part(text, from, Infinity)],
  ["substring", "tnn", part],
  ["left", "tn", (text: string, n: number) => Array.from(text).slice(0, n).join("")],
  [
    "right",
    "tn",
    (text: string, n: number) =>
      Array.from(text)
        .slice(n === 0 ? Infinity : -n)
        .join(""),
  ],
  [
    "split_part",
    "ttn",
    (text: string, by: string, n: number) =>
      (by === "" ? [text] : text.split(by)).at(n > 0 ? n - 1 : n || Infinity) ?? "",
  ],
  [
    "split",
    "tt",
    (text: string, by: string) =>
      JSON.stringify(by === "" && text !== "" ? Array.from(text) : text === "" ? [""] : text.split(by)),
  ],
  [
    "position",
    "tt",
    (needle: string, text: string) => BigInt(find(Array.from(text), Array.from(needle), 0) + 1),
  ],
  [
    "position",
    "ttn",
    (needle: string, text: string, from: number) =>
      BigInt(from < 1 ? 0 : find(Array.from(text), Array.from(needle), from - 1) + 1),
  ],
  [
    "instr",
    "tt",
    (text: string, needle: string) => BigInt(find(Array.from(text), Array.from(needle), 0) + 1),
  ],
  ["starts_with", "tt", (text: string, start: string) => text.slice(0, start.length) === start],
  ["ends_with", "tt", (text: string, end: string) => end === "" || text.slice(-end.length) === end],
  ["contains", "tt", (text: string, needle: string) => find(Array.from(text), Array.from(needle), 0) >= 0],
  [
    "replace",
    "ttt",
    (text: string, from: string, to: string) => (from === "" ? text : text.split(from).join(to)),
  ],
  [
    "translate",
    "ttt",
    (text: string, from: string, to: string) =>
      Array.from(text)
        .map((one) => swap(one, Array.from(from), Array.from(to)))
        .join(""),
  ],
  ["repeat", "tn", (text: string, n: number) => Array.from({ length: Math.max(n, 0) }, () => text).join("")],
];

function dropWhile(characters: string[], taken: string): string[] {
  while (characters.length > 0 && Array.from(taken).includes(characters[0]!)) characters.shift();
  return characters;
}

function part(text: string, from: number, count: number): string {
  const characters = Array.from(text);
  const start = from < 0 ? characters.length + from : from - 1;
  return characters.filter((_, index) => index >= start && index < start + count).join("");
}

function find(text: readonly string[], needle: readonly string[], from: number): number {
  for (let at = from; at + needle.length <= text.length; at++)
    if (needle.every((character, index) => text[at + index] === character)) return at;
  return -1;
}

function swap(character: string, from: readonly string[], to: readonly string[]): string {
  const index = from.indexOf(character);
  return index < 0 ? character : (to[index] ?? "");
}

test.each(functions)(
  "%s(%s) is what plain JavaScript gives, NULL where an argument is",
  (name, kinds, plain) => {
    const row = fc.tuple(
      ...Array.from(kinds).map((kind) =>
        fc.option<Value>(kind === "t" ? texts : numbers.map(BigInt), { freq: 9 }),
      ),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const expected = rows.map((values) =>
          values.includes(null)
            ? null
            : plain(...values.map((value) => (typeof value === "bigint" ? Number(value) : value) as never)),
        );
        const typeOf = (index: number): typeof STRING => (kinds[index] === "t" ? STRING : BIGINT);
        const columns = Array.from(kinds).map((_, index) =>
          column(typeOf(index), ...rows.map((values) => values[index]!)),
        );
        expect(runFunction(name, ...columns).values).toEqual(expected);
        const [first] = rows;
        const fixed = columns.map((given, index): TestArgument =>
          index === 0 ? given : literal(typeOf(index), first![index]!),
        );
        const once = runFunction(name, ...fixed).values;
        const again = runFunction(
          name,
          ...fixed.map((one) => (one.literal ? column(one.type, ...rows.map(() => one.values[0]!)) : one)),
        );
        expect(once).toEqual(again.values);
      }),
      { numRuns: 60 },
    );
  },
);

function one(name: string, ...values: readonly (string | bigint | null)[]): Value {
  return runFunction(
    name,
    ...values.map((value) => column(typeof value === "bigint" ? BIGINT : STRING, value)),
  ).values[0]!;
}

test("INITCAP makes one capital letter a word of letters and digits", () => {
  expect(one("initcap", "hELLO wORLD-7a élan x\u{1F600}y")).toBe("Hello World-7a Élan X\u{1F600}Y");
});

test("INSTR counts occurrences, and searches backward from a position below 0", () => {
  const text = "corporate floor";
  expect(one("instr", text, "or", 1n, 2n)).toBe(5n);
  expect(one("instr", text, "or", 3n, 2n)).toBe(14n);
  expect(one("instr", text, "or", -3n)).toBe(5n);
  expect(one("instr", text, "or", -3n, 2n)).toBe(2n);
  expect(one("instr", text, "or", -3n, 3n)).toBe(0n);
  expect(one("instr", text, "or", 0n)).toBe(0n);
  expect(one("instr", "aaa", "", 1n, 4n)).toBe(4n);
  expect(one("instr", "aaa", "", 1n, 5n)).toBe(0n);
});

test("SPLIT_INDEX counts from 0 and is NULL where there is no such part", () => {
  expect(["0", "1", "2", "3", "-1"].map((n) => one("split_index", "a//b", "/", BigInt(n)))).toEqual([
    "a",
    "",
    "b",
    null,
    null,
  ]);
  expect(one("split_index", "", "/", 0n)).toBeNull();
});

test("OVERLAY replaces as many characters as the replacement has, or as it is told", () => {
  expect(one("overlay", "w\u{1F600}ndow", "i", 2n)).toBe("window");
  expect(one("overlay", "window", "xyz", 6n, 0n)).toBe("windoxyzw");
  expect(one("overlay", "ab", "cd", 9n)).toBe("abcd");
});

test("LPAD and RPAD count characters, cut what is longer, and fill with as much as fits", () => {
  expect(one("lpad", "ab", 5n, "\u{1F600}x")).toBe("\u{1F600}x\u{1F600}ab");
  expect(one("rpad", "ab", 5n, "\u{1F600}x")).toBe("ab\u{1F600}x\u{1F600}");
  expect(one("lpad", "abc", 2n)).toBe("ab");
  expect(one("rpad", "a", 3n)).toBe("a  ");
  expect(one("lpad", "abc", 2n, "")).toBe("ab");
});

test.each([
  ["BAD_ARGUMENT", "lpad", ["a", -1n, "x"], "LPAD('a', -1, 'x')"],
  ["BAD_ARGUMENT", "rpad", ["a", 3n, ""], "RPAD('a', 3, '')"],
  ["BAD_ARGUMENT", "chr", [55_296n], "CHR(55296)"],
  ["BAD_ARGUMENT", "chr", [-1n], "CHR(-1)"],
  ["BAD_ARGUMENT", "overlay", ["a", "b", 0n], "OVERLAY('a', 'b', 0, 1)"],
  ["BAD_ARGUMENT", "split_index", ["a", "", 0n], "SPLIT_INDEX('a', '', 0)"],
  ["TEXT_TOO_LONG", "repeat", ["ab", 10n ** 12n], "REPEAT of 'ab'"],
  ["TEXT_TOO_LONG", "lpad", ["ab", 10n ** 12n], "LPAD of 'ab'"],
  [
    "TEXT_TOO_LONG",
    "replace",
    ["a".repeat(10_000), "a", "b".repeat(1000)],
    `REPLACE of '${"a".repeat(40)}…'`,
  ],
] as const)("%s of %s is NULL and counted with an example", (code, name, values, example) => {
  const given = values.map((value) =>
    column(typeof value === "bigint" ? BIGINT : STRING, value, null, value),
  );
  const { values: found, warnings } = runFunction(name, ...given);
  expect(found).toEqual([null, null, null]);
  expect(warnings.get(code)).toMatchObject({ count: 2, rows: [0, 2], example });
});

test("CONCAT_WS leaves NULL out and is NULL where the separator is", () => {
  const joined = runFunction(
    "concat_ws",
    column(STRING, ",", ",", null),
    column(STRING, null, "a", "a"),
    column(BIGINT, 1n, null, 2n),
    literal(STRING, ""),
  );
  expect(joined.values).toEqual(["1,", "a,", null]);
});
