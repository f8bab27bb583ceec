import type { NumberField, PatternPiece, PatternProblem, TimePattern } from "./time-pattern.ts";

const numbers: Readonly<Record<string, NumberField>> = {
  y: "year",
  u: "year",
  M: "month",
  L: "month",
  d: "day",
  D: "dayOfYear",
  H: "hour",
  h: "hour12",
  m: "minute",
  s: "second",
};

const RUN = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+|'/g;

/** Letters whose meaning hangs on a country, or that differ between Java's own two readers of patterns. */
const unclear: Readonly<Record<string, string>> = {
  Y: "Y is the year of a week, which begins on another day in each country; the calendar's year is y.",
  w: "The week of w begins on another day in each country.",
  W: "The week of W begins on another day in each country.",
  e: "The first day of the week of e is another one in each country.",
  c: "The first day of the week of c is another one in each country.",
};

/** Reads a pattern of Java's letters: `yyyy-MM-dd HH:mm:ss.SSS`, with other text between single quotes. */
export function parseJavaPattern(text: string): TimePattern | PatternProblem {
  const found: PatternPiece[] = [];
  for (const [run, quoted, letter] of text.matchAll(RUN)) {
    if (quoted !== undefined)
      found.push({ kind: "text", text: quoted === "" ? "'" : quoted.replaceAll("''", "'") });
    else if (letter === undefined) {
      if (run === "'") return { problem: "A quote in the pattern is not closed." };
      found.push({ kind: "text", text: run });
    } else {
      const piece = pieceOf(letter, run.length);
      if (piece === null)
        return {
          problem: unclear[letter] ?? `${run} means nothing here; put plain text between single quotes.`,
        };
      found.push(piece);
    }
  }
  return found;
}

function pieceOf(letter: string, count: number): PatternPiece | null {
  switch (letter) {
    case "M":
    case "L":
      if (count >= 3) return count <= 4 ? { kind: "name", field: "month", short: count === 3 } : null;
      break;
    case "E":
      return count <= 4 ? { kind: "name", field: "weekday", short: count < 4 } : null;
    case "a":
      return count === 1 ? { kind: "half", lower: false } : null;
    case "S":
      return count <= 9 ? { kind: "fraction", digits: count, point: false } : null;
    case "X":
      return count <= 3 ? { kind: "zone", utc: "Z" } : null;
    case "x":
      if (count === 2) return { kind: "zone", utc: "+0000" };
      return count === 3 ? { kind: "zone", utc: "+00:00" } : null;
    case "Z":
      return count <= 3 ? { kind: "zone", utc: "+0000" } : null;
    case "z":
      return count <= 3 ? { kind: "zone", utc: "UTC" } : null;
    case "y":
    case "u":
      if (count === 2) return { kind: "number", field: "yearOfCentury", width: 2, fill: "0" };
      return count === 1 || count === 4 ? { kind: "number", field: "year", width: count, fill: "0" } : null;
    case "D":
      return count === 1 || count === 3
        ? { kind: "number", field: "dayOfYear", width: count, fill: "0" }
        : null;
  }
  const field = Object.hasOwn(numbers, letter) ? numbers[letter]! : null;
  return field !== null && count <= 2 ? { kind: "number", field, width: count, fill: "0" } : null;
}
