import type { PatternPiece, PatternProblem, TimePattern } from "./time-pattern.ts";

const pieces: Readonly<Record<string, PatternPiece>> = {
  YYYY: { kind: "number", field: "year", width: 4, fill: "0" },
  YY: { kind: "number", field: "yearOfCentury", width: 2, fill: "0" },
  IYYY: { kind: "number", field: "isoYear", width: 4, fill: "0" },
  IY: { kind: "number", field: "isoYearOfCentury", width: 2, fill: "0" },
  IW: { kind: "number", field: "isoWeek", width: 2, fill: "0" },
  ID: { kind: "number", field: "isoWeekday", width: 1, fill: "0" },
  Q: { kind: "number", field: "quarter", width: 1, fill: "0" },
  MM: { kind: "number", field: "month", width: 2, fill: "0" },
  DDD: { kind: "number", field: "dayOfYear", width: 3, fill: "0" },
  DD: { kind: "number", field: "day", width: 2, fill: "0" },
  HH24: { kind: "number", field: "hour", width: 2, fill: "0" },
  HH12: { kind: "number", field: "hour12", width: 2, fill: "0" },
  HH: { kind: "number", field: "hour12", width: 2, fill: "0" },
  MI: { kind: "number", field: "minute", width: 2, fill: "0" },
  SS: { kind: "number", field: "second", width: 2, fill: "0" },
  MS: { kind: "fraction", digits: 3, point: false },
  US: { kind: "fraction", digits: 6, point: false },
};

/** Those whose letter case is that of what they write. */
const cased: Readonly<Record<string, PatternPiece>> = {
  Mon: { kind: "name", field: "month", short: true },
  Dy: { kind: "name", field: "weekday", short: true },
  AM: { kind: "half", lower: false },
  PM: { kind: "half", lower: false },
  am: { kind: "half", lower: true },
  pm: { kind: "half", lower: true },
};

/** Names that PostgreSQL fills up with spaces, and what follows a number there; not read. */
const padded = ["Month", "Day", "FM", "TH"];

const words = [...Object.keys(pieces), ...Object.keys(cased), ...padded].sort((a, b) => b.length - a.length);
const RUN = new RegExp(`"([^"]*)"|(${words.join("|")})|([A-Za-z]+)|[^A-Za-z"]+|"`, "gi");

/** Reads a pattern of PostgreSQL's letters: `YYYY-MM-DD HH24:MI:SS`, with other text between double quotes. */
export function parsePostgresPattern(text: string): TimePattern | PatternProblem {
  const found: PatternPiece[] = [];
  for (const [run, quoted, word, letters] of text.matchAll(RUN)) {
    const piece = word === undefined ? undefined : (cased[word] ?? pieces[word.toUpperCase()]);
    if (piece !== undefined) found.push(piece);
    else if (word !== undefined || letters !== undefined)
      return { problem: `${run} means nothing here; put plain text between double quotes.` };
    else if (run === '"') return { problem: "A quote in the pattern is not closed." };
    else found.push({ kind: "text", text: quoted ?? run });
  }
  return found;
}
