import { expect, test } from "vitest";
import { applyFix, lineOf, markerRange, type TextPositions } from "./marker-ranges.ts";

function modelOf(text: string): TextPositions {
  return {
    getValueLength: () => text.length,
    getPositionAt: (offset) => {
      const before = text.slice(0, offset).split("\n");
      return { lineNumber: before.length, column: (before.at(-1) ?? "").length + 1 };
    },
  };
}

test("a marker stands on the exact range, also after characters beyond the basic plane", () => {
  const text = "-- \u{1F600} hello\nSELCT city";
  const start = text.indexOf("SELCT");
  expect(markerRange(modelOf(text), { start, end: start + 5 })).toEqual({
    startLineNumber: 2,
    startColumn: 1,
    endLineNumber: 2,
    endColumn: 6,
  });
});

test("an empty range is widened to be seen: forwards, or backwards at the end", () => {
  expect(markerRange(modelOf("abc"), { start: 1, end: 1 })).toMatchObject({ startColumn: 2, endColumn: 3 });
  expect(markerRange(modelOf("abc"), { start: 3, end: 3 })).toMatchObject({ startColumn: 3, endColumn: 4 });
  expect(markerRange(modelOf(""), { start: 0, end: 0 })).toMatchObject({ startColumn: 1, endColumn: 1 });
});

test("a range that reaches beyond the text is clipped, never refused", () => {
  expect(markerRange(modelOf("abc"), { start: 1, end: 99 })).toMatchObject({ startColumn: 2, endColumn: 4 });
});

test("places are lines from 1", () => {
  expect(lineOf("a\nb\nc", 0)).toBe(1);
  expect(lineOf("a\nb\nc", 1)).toBe(1);
  expect(lineOf("a\nb\nc", 2)).toBe(2);
  expect(lineOf("a\nb\nc", 5)).toBe(3);
});

test("a fix replaces its range and nothing else", () => {
  const diagnostic = {
    code: "SYNTAX",
    severity: "error",
    range: { start: 0, end: 5 },
    message: "",
    hint: null,
  } as const;
  expect(applyFix("SELCT city", { ...diagnostic, fix: "SELECT" })).toBe("SELECT city");
  expect(applyFix("SELCT city", { ...diagnostic, fix: null })).toBeNull();
});
