import type { NumberField, PatternPiece, PatternProblem, TimePattern } from "./time-pattern.ts";

/** Numbers by their letter: the field, and how many digits it is filled up to. */
const numbers: Readonly<Record<string, readonly [NumberField, number]>> = {
  Y: ["year", 4],
  C: ["century", 2],
  y: ["yearOfCentury", 2],
  G: ["isoYear", 4],
  g: ["isoYearOfCentury", 2],
  q: ["quarter", 1],
  m: ["month", 2],
  d: ["day", 2],
  j: ["dayOfYear", 3],
  V: ["isoWeek", 2],
  W: ["mondayWeek", 2],
  U: ["sundayWeek", 2],
  u: ["isoWeekday", 1],
  w: ["weekday", 1],
  H: ["hour", 2],
  I: ["hour12", 2],
  M: ["minute", 2],
  S: ["second", 2],
  s: ["epoch", 1],
};

/** Letters that stand for other patterns. */
const shorthands: Readonly<Record<string, string>> = {
  F: "%Y-%m-%d",
  T: "%H:%M:%S",
  X: "%H:%M:%S",
  R: "%H:%M",
  D: "%m/%d/%y",
  x: "%m/%d/%y",
  r: "%I:%M:%S %p",
  h: "%b",
  e: "%_d",
  k: "%_H",
  l: "%_I",
};

const pieces: Readonly<Record<string, PatternPiece>> = {
  B: { kind: "name", field: "month", short: false },
  b: { kind: "name", field: "month", short: true },
  A: { kind: "name", field: "weekday", short: false },
  a: { kind: "name", field: "weekday", short: true },
  p: { kind: "half", lower: false },
  P: { kind: "half", lower: true },
  f: { kind: "fraction", digits: 9, point: false },
  z: { kind: "zone", utc: "+0000" },
  ":z": { kind: "zone", utc: "+00:00" },
  Z: { kind: "zone", utc: "UTC" },
  "%": { kind: "text", text: "%" },
  n: { kind: "text", text: "\n" },
  t: { kind: "text", text: "\t" },
};

const CONVERSION = /%(?:(\.?[1-9])f|([-_0]?)(:z|[\s\S]|$))|[^%]+/g;

/**
 * Reads a pattern of strftime: `%Y-%m-%d %H:%M:%S`. `%-d` is without zeros before it, `%_d` with blanks; `%3f` are
 * three digits of the fraction, `%.3f` with the point before them, `%f` nine.
 */
export function parseStrftime(text: string): TimePattern | PatternProblem {
  const found: PatternPiece[] = [];
  for (const [whole, fraction, flag = "", letter] of text.matchAll(CONVERSION)) {
    if (fraction !== undefined) {
      found.push({ kind: "fraction", digits: Number(fraction.at(-1)), point: fraction.length === 2 });
      continue;
    }
    if (letter === undefined) {
      found.push({ kind: "text", text: whole });
      continue;
    }
    const number = Object.hasOwn(numbers, letter) ? numbers[letter] : undefined;
    if (number) {
      const [field, width] = number;
      const fill = flag === "_" ? " " : "0";
      found.push({ kind: "number", field, width: flag === "-" ? 1 : width, fill });
    } else if (flag === "" && Object.hasOwn(shorthands, letter))
      found.push(...(parseStrftime(shorthands[letter]!) as TimePattern));
    else if (flag === "" && Object.hasOwn(pieces, letter)) found.push(pieces[letter]!);
    else
      return { problem: letter === "" ? "The pattern ends in a %." : `${whole} means nothing in a pattern.` };
  }
  return found;
}

/** @returns The pattern as strftime spells it. */
export function strftimeText(pattern: TimePattern): string {
  return pattern.map(pieceText).join("");
}

function pieceText(piece: PatternPiece): string {
  switch (piece.kind) {
    case "text":
      return piece.text.replaceAll("%", "%%");
    case "number": {
      const [letter, [, width]] = Object.entries(numbers).find(([, [field]]) => field === piece.field)!;
      if (piece.fill === " ") return `%_${letter}`;
      return piece.width < width ? `%-${letter}` : `%${letter}`;
    }
    case "fraction":
      return `%${piece.point ? "." : ""}${piece.digits}f`;
    case "zone":
      return piece.utc === "Z" ? "Z" : letterOf(piece);
    case "name":
    case "half":
      return letterOf(piece);
  }
}

function letterOf(piece: PatternPiece): string {
  const wanted = JSON.stringify(piece);
  return `%${Object.keys(pieces).find((letter) => JSON.stringify(pieces[letter]) === wanted)!}`;
}
