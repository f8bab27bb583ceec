import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseRegex } from "./parse-regex.ts";
import { RegexMachine } from "./regex-machine.ts";
import { buildProgram } from "./regex-program.ts";
import { Regex, compileRegex } from "./regex.ts";

function regex(pattern: string, flags: string = ""): Regex {
  const compiled = compileRegex(pattern, flags);
  if (typeof compiled === "string") throw new Error(compiled);
  return compiled;
}

/** Positions of all matches and groups. */
function matchesOf(pattern: string, flags: string, text: string): number[][] {
  const found: number[][] = [];
  regex(pattern, flags).forEachMatch(text, (positions) => found.push([...positions]) > 0);
  return found;
}

/** V8 finds an empty \B inside a pair too, where no character ends: left out. */
function javaScriptMatches(pattern: string, flags: string, text: string): number[][] {
  return [...text.matchAll(new RegExp(pattern, `gud${flags}`))]
    .filter(({ index }) => !/[\uDC00-\uDFFF]/.test(text.charAt(index)))
    .map((match) => match.indices!.flatMap((pair) => (pair ? [pair[0], pair[1]] : [-1, -1])));
}

/** The parts of the text that matched, with their groups. */
function parts(pattern: string, text: string, flags: string = ""): (string | null)[][] {
  return matchesOf(pattern, flags, text).map((positions) =>
    Array.from({ length: positions.length / 2 }, (_, group) =>
      positions[2 * group]! < 0 ? null : text.slice(positions[2 * group], positions[2 * group + 1]),
    ),
  );
}

/*
 * An empty turn of a repetition, and a group inside of one, keep other positions in JavaScript than in Java, Perl and here;
 * so repetitions get bodies that are never empty, and no groups that capture.
 */

/** Never empty, and without groups that capture: what may stand under a repetition. */
const solid = fc.oneof(
  fc.constantFrom(
    "a",
    "b",
    "A",
    "é",
    "\u{1F600}",
    ".",
    "\\d",
    "\\w",
    "\\s",
    "\\W",
    "\\D",
    "\\S",
    "\\.",
    "1",
    "\\n",
  ),
  fc.constantFrom(
    "[ab]",
    "[^a]",
    "[a-z0-9]",
    "[^\\d\\s]",
    "[\\w-]",
    "[é-ü]",
    "[\\u{1F600}b]",
    "\\u0061",
    "\\x62",
  ),
);
const quantifier = fc.constantFrom(
  "",
  "",
  "",
  "*",
  "+",
  "?",
  "{2}",
  "{1,}",
  "{0,2}",
  "*?",
  "+?",
  "??",
  "{1,2}?",
);
const run = fc.array(
  fc.tuple(solid, quantifier).map(([atom, times]) => atom + times),
  { minLength: 1, maxLength: 3 },
);
const solidRun = fc.tuple(run, solid).map(([atoms, last]) => `(?:${atoms.join("")}${last})`);
const piece = fc.oneof(
  { weight: 3, arbitrary: run.map((atoms) => atoms.join("")) },
  { weight: 1, arbitrary: fc.tuple(solidRun, quantifier).map(([body, times]) => body + times) },
  { weight: 1, arbitrary: fc.tuple(run, run).map(([a, b]) => `(${a.join("")}|${b.join("")})`) },
  { weight: 1, arbitrary: fc.tuple(run, solidRun).map(([a, b]) => `(${a.join("")}(${b})?)`) },
  { weight: 1, arbitrary: fc.constantFrom("^", "$", "\\b", "\\B", "(?:)", "()") },
);
const pattern = fc
  .array(
    fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join("")),
    { minLength: 1, maxLength: 2 },
  )
  .map((options) => options.join("|"));
const flagsOf = fc.subarray(["i", "m", "s"]).map((letters) => letters.join(""));
const textOf = fc
  .array(fc.constantFrom("a", "b", "A", "B", "é", "É", "\u{1F600}", "1", " ", "\n", "_", "."), {
    maxLength: 12,
  })
  .map((characters) => characters.join(""));

test("a pattern matches what JavaScript's RegExp matches, groups included", () => {
  fc.assert(
    fc.property(pattern, flagsOf, textOf, (source, flags, text) => {
      // V8 finds \B between the two halves of a character, where no character ends.
      fc.pre(!(source.includes("\\B") && /[\u{10000}-\u{10FFFF}]/u.test(text)));
      expect(matchesOf(source, flags, text)).toEqual(javaScriptMatches(source, flags, text));
      expect(regex(source, flags).test(text)).toBe(new RegExp(source, `u${flags}`).test(text));
    }),
    { numRuns: 3000 },
  );
});

test("no text takes more steps than pattern x text", () => {
  const text = `${"a".repeat(10_000)}b`;
  for (const source of [
    "(a+)+$",
    "(a|a)*c",
    "(a*)*c",
    "(a|aa)+$",
    "(.*)*x",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
    "(a?){50}a{50}c",
  ]) {
    const { root, groups } = parseRegex(source, { ignoreCase: false, multiline: false, dotAll: false });
    const program = buildProgram(root, groups);
    const machine = new RegexMachine(program, true);
    machine.begin(text, Infinity);
    expect(machine.search(0)).toBeNull();
    expect(machine.steps).toBeLessThanOrEqual(program.operations.length * (text.length + 1));
    expect(machine.steps).toBeGreaterThan(0);
  }
});

test("the searches of one text together are limited", () => {
  const slow = regex("a.*b|a");
  expect(() => slow.forEachMatch("a".repeat(20_000), () => true)).toThrow();
});

test("groups, alternatives, repetitions and what they prefer", () => {
  expect(parts("(\\w+)@(\\w+)\\.com", "me@here.com, you@there.com")).toEqual([
    ["me@here.com", "me", "here"],
    ["you@there.com", "you", "there"],
  ]);
  expect(parts("a|ab", "ab")).toEqual([["a"]]);
  expect(parts("(?<year>\\d{4})-(?P<month>\\d\\d)", "2024-01")).toEqual([["2024-01", "2024", "01"]]);
  expect(parts("<.+?>", "<a><b>")).toEqual([["<a>"], ["<b>"]]);
  expect(parts("(a)|(b)", "b")).toEqual([["b", null, "b"]]);
  expect(parts("(?i)ab(?-i)C|d", "aBC ABc D")).toEqual([["aBC"]]);
  expect(parts("(?i:a)b", "Ab AB")).toEqual([["Ab"]]);
  expect(parts("a{,2}{", "a{,2}{")).toEqual([["a{,2}{"]]);
  expect(parts("[[:alpha:]]+[[:^digit:]]", "ab-1")).toEqual([["ab-"]]);
  expect(parts("\\p{Lu}\\p{Alpha}\\P{L}", "Éa1")).toEqual([["Éa1"]]);
  expect(parts("\\Aa\\z", "a")).toEqual([["a"]]);
  expect(parts("b*", "abc")).toEqual([[""], ["b"], [""], [""]]);
});

test.each([
  ["(a)\\1", "A reference back to a group (\\1)"],
  ["(?=a)", "Looking ahead or behind"],
  ["(?<!a)b", "Looking ahead or behind"],
  ["a++", "gives nothing back"],
  ["(?>a)", "A group that begins with (?"],
  ["a**", "A repetition of a repetition needs a group"],
  ["(a", "A ( has no )"],
  ["a)", "A ) has no ("],
  ["[a", "A [ has no ]"],
  ["[]a]", "Brackets need a character"],
  ["[[a]]", "A [ inside brackets"],
  ["[a&&b]", "&& inside brackets"],
  ["[z-a]", "A range goes from a lower character"],
  ["*a", "There is nothing to repeat before the *"],
  ["{2}", "There is nothing to repeat before the {"],
  ["a{3,2}", "from the lower number"],
  ["a{1001}", "up to 1000 times"],
  ["(a{1000}){1000}", "too long once its repetitions"],
  ["\\y", "\\y is not known, at character 2 of the pattern."],
  ["\\", "ends with a \\"],
  ["\\x4", "incomplete"],
  ["\\p{Nothing}", "There is no property Nothing"],
  ["[[:nothing:]]", "There is no set [:nothing:]"],
  ["(?x)a", "The flag x is not known"],
  ["(?:".repeat(300), "Groups nest up to 200 deep"],
  ["()".repeat(101), "up to 100 groups"],
])("the pattern %j is refused in a sentence", (source, sentence) => {
  expect(compileRegex(source)).toContain(sentence);
});

test("repetitions of nothing are one copy of it, so that nested ones take no time", () => {
  const nothing = `(?:${"(?:".repeat(60)}${"){1000}".repeat(60)}b)`;
  const regex = compileRegex(nothing, "");
  expect(regex instanceof Regex && regex.test("ab")).toBe(true);
  expect(compileRegex("(?:(?:(?:){1000}){1000}){100}", "")).toBeInstanceOf(Regex);
});

test("many empty parts that are repeated are too long, though they add no instruction", () => {
  expect(compileRegex(`(?:a${"(?:)".repeat(5000)}){1000}`, "")).toContain("too long once its repetitions");
});

test("start and end of the text are told apart from lines, also where the text is empty", () => {
  const cases = ["^$", "$^", "^a|b$", "a$|^b", "(^|x)a", "a($|x)", "^^a$$", "a^", "$a"];
  for (const source of cases)
    for (const text of ["", "a", "b", "xa", "ax", "ab", "ba", "a\n", "\na"])
      expect(regex(source).test(text), `${source} on ${JSON.stringify(text)}`).toBe(
        new RegExp(source).test(text),
      );
});

test("more states than are kept give the same answers", () => {
  const bits = regex("1[01]{12}$");
  for (let n = 0; n < 3000; n++) {
    const text = (n * 2654435761).toString(2);
    expect(bits.test(text)).toBe(/1[01]{12}$/.test(text));
  }
});

test("flags that are not known are refused", () => {
  expect(compileRegex("a", "x")).toContain("'x'");
  expect(compileRegex("a", "ii")).toContain("'ii'");
  expect(regex("a", "gi").all).toBe(true);
});

test("any text is a pattern or is refused, and never throws", () => {
  const characters = fc.constantFrom(...Array.from("ab(){}[]*+?|\\^$.-:<=!dPp1,\u{1F600}"));
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 20 }), textOf, (source, text) => {
      const compiled = compileRegex(source.join(""));
      if (typeof compiled !== "string") compiled.test(text);
    }),
    { numRuns: 5000 },
  );
});
