import { decodeUtf8 } from "./reader/byte-dictionary.ts";

/** The first row of a CSV file. */
export interface CsvHeader {
  readonly names: readonly string[];
  /** One byte: comma, semicolon, tab or vertical bar. */
  readonly delimiter: number;
  /** Where the first record begins: bytes and lines after the beginning of the file. */
  readonly end: number;
  readonly lines: number;
}

/**
 * Reads the header at the beginning of a file, after a byte order mark if there is one. The delimiter is the one that
 * the header has most of (the first of comma, semicolon, tab, bar when it has none). Names are trimmed; one that is
 * empty becomes `column_3`, one that is there already (in any case) `name_2`.
 *
 * @returns null when the row is not complete in these bytes.
 */
export function readCsvHeader(bytes: Uint8Array): CsvHeader | null {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const end = endOfRow(bytes, start);
  if (end < 0) return null;
  const text = decodeUtf8(bytes, start, end) ?? new TextDecoder().decode(bytes.subarray(start, end));
  const delimiter = findDelimiter(text);
  return {
    names: uniqueNames(splitRow(text.replace(/\r$/, ""), delimiter)),
    delimiter: delimiter.charCodeAt(0),
    end: end + 1,
    lines: text.split("\n").length,
  };
}

/** Column names as SQL needs them: none empty, none twice. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const wanted = name.trim() || `column_${index + 1}`;
    let unique = wanted;
    for (let count = 2; taken.has(unique.toLowerCase()); count++) unique = `${wanted}_${count}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** The first line break outside quotes, or -1. */
function endOfRow(bytes: Uint8Array, start: number): number {
  let quoted = false;
  for (let at = start; at < bytes.length; at++) {
    if (bytes[at] === QUOTE) quoted = !quoted;
    else if (bytes[at] === LINE_FEED && !quoted) return at;
  }
  return -1;
}

function findDelimiter(text: string): string {
  const bare = text.replace(/"(?:[^"]|"")*"/g, "");
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

function splitRow(text: string, delimiter: string): string[] {
  const names: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = text[at] === '"' ? /"((?:[^"]|"")*)"/y : null;
    if (quoted) quoted.lastIndex = at;
    const match = quoted?.exec(text);
    const end = text.indexOf(delimiter, match ? at + match[0].length : at);
    names.push(match ? match[1]!.replaceAll('""', '"') : text.slice(at, end < 0 ? undefined : end));
    if (end < 0) return names;
    at = end + 1;
  }
}

const DELIMITERS = [",", ";", "\t", "|"];
const QUOTE = 34;
const LINE_FEED = 10;
