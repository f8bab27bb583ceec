import { expect, test } from "vitest";
import { nearestWord } from "./nearest-word.ts";

const keywords = ["FROM", "WHERE", "GROUP", "HAVING", "WINDOW"];

test.each([
  ["FORM", "FROM"],
  ["FRM", "FROM"],
  ["WHRE", "WHERE"],
  ["WEHRE", "WHERE"],
  ["WERHE", "WHERE"],
  ["HAVINGG", "HAVING"],
  ["WINDWO", "WINDOW"],
])("%s most likely means %s", (word, meant) => expect(nearestWord(word, keywords)).toBe(meant));

test.each(["", "F", "FOAMS", "SELECT", "X".repeat(1_000)])("%s is near to none", (word) =>
  expect(nearestWord(word, keywords)).toBeNull(),
);

test("the nearest wins, not the first that is near", () => {
  expect(nearestWord("WINDOWS", ["WINNERS", "WINDOW"])).toBe("WINDOW");
});

test("a word of up to four letters may have one letter wrong, a longer one two", () => {
  expect(nearestWord("FOOM", keywords)).toBe("FROM");
  expect(nearestWord("FOOD", keywords)).toBeNull();
  expect(nearestWord("HEVIMG", keywords)).toBe("HAVING");
});
