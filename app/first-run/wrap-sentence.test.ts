import { expect, test } from "vitest";
import type { FirstSentence } from "./sentences.ts";
import { formsOf, wrapSentence } from "./wrap-sentence.ts";

const measure = (text: string): number => text.length;
const sentence: FirstSentence = [
  { term: "watermark", text: "Watermark" },
  ": no older order is expected ",
  { term: "late", text: "any" },
  " more.",
];

test("lines break at spaces, never between a word that has a definition and its punctuation", () => {
  expect(wrapSentence(sentence, measure, 20)).toEqual({
    lines: [
      [{ term: "watermark", text: "Watermark" }, ": no older"],
      ["order is expected"],
      [{ term: "late", text: "any" }, " more."],
    ],
    width: 19,
    height: 48,
  });
});

test("a line is longer than its room only where one word is", () => {
  const { lines, width } = wrapSentence(["an extraordinarily long word"], measure, 8);
  expect(lines).toEqual([["an"], ["extraordinarily"], ["long"], ["word"]]);
  expect(width).toBe(15);
});

test("forms are all the different ways to break it, widest first, none wider than the room", () => {
  const forms = formsOf(sentence, measure, { most: 30, least: 12 });
  expect(forms.length).toBeGreaterThan(2);
  const widths = forms.map(({ width }) => width);
  expect(widths).toEqual([...new Set(widths)].toSorted((a, b) => b - a));
  expect(Math.max(...widths)).toBeLessThanOrEqual(30);
});

test("a number and its unit stay on one line", () => {
  const { lines } = wrapSentence(["waits 5 s and its row"], measure, 8);
  expect(lines).toEqual([["waits"], ["5 s and"], ["its row"]]);
});
