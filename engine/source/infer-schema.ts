import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { type DataType, BIGINT, BOOLEAN, decimal, DOUBLE, STRING, TIMESTAMP } from "../data/data-type.ts";
import type { Schema } from "../data/schema.ts";
import { createParser, type TextFormat } from "./create-parser.ts";
import { readCsvHeader } from "./csv-header.ts";
import { parseIsoTime } from "./reader/iso-time.ts";
import { MAX_ROW_BYTES } from "./row-parser.ts";
import { SourceError } from "./source-error.ts";

/** Rows at the beginning of the file that the guess is made from. */
export const INFERENCE_ROWS = 1_000;

/** Most columns of a visitor's file: each takes memory before the first row is read. */
export const MAX_COLUMNS = 1_000;

/**
 * Guesses the stream that a visitor's file holds, from its first INFERENCE_ROWS rows within the first MAX_ROW_BYTES
 * bytes. A type is taken only when every value seen fits it; a later one that does not is a malformed row. The guess
 * prefers what loses nothing:
 *
 * - BOOLEAN: true and false (0 and 1 are numbers). BIGINT: whole numbers of 64 bits; with leading zeros they are
 *   STRING, for they are names (postal codes). DECIMAL: numbers of more digits than a double keeps. DOUBLE: others.
 * - TIMESTAMP: ISO 8601, or whole numbers that are milliseconds of the years 1973 to 5138 in a column named like a
 *   time. Seconds stay BIGINT: nothing tells them from other numbers.
 * - STRING: all else, and columns without any value. Strings of JSON are never numbers.
 * - Event time: the TIMESTAMP column named most like one, else the first. Arrival: another one that is named like it
 *   (arrived_at, received, ingested) and never goes back; else a(n) = n ms.
 *
 * @param name of the stream.
 * @throws {SourceError} when the file has no columns to be seen, or more than MAX_COLUMNS.
 */
export async function inferStream(
  name: string,
  format: TextFormat,
  input: string | Blob,
): Promise<StreamDefinition> {
  const blob = typeof input === "string" ? new Blob([input]) : input;
  const head = new Uint8Array(await blob.slice(0, MAX_ROW_BYTES).arrayBuffer());
  const complete = blob.size <= head.length ? head : head.subarray(0, head.lastIndexOf(LINE_FEED) + 1);
  const columns = format === "csv" ? csvColumns(complete) : jsonColumns(complete);
  if (columns.length === 0)
    throw new SourceError(
      format === "csv" ? "The file has no header row that names its columns." : "No line is a JSON object.",
    );
  if (columns.length > MAX_COLUMNS)
    throw new SourceError(
      `The file has ${columns.length} columns; ${MAX_COLUMNS} are the most that can be read.`,
    );
  const texts = readTexts(format, complete, columns);
  const schema = columns.map((column, index) => ({
    name: column.name,
    type: guessType(column, texts[index]!),
  }));
  const times = schema.filter(({ type }) => type.kind === "TIMESTAMP").map((field) => field.name);
  const arrival = times.length > 1 ? guessArrival(format, complete, schema, times) : null;
  return {
    name,
    schema,
    eventTime: guessEventTime(times.filter((time) => time !== arrival)),
    arrival,
    split: null,
    splits: 1,
    maxOutOfOrderness: null,
  };
}

interface GuessedColumn {
  readonly name: string;
  /** JSON: some value is a string. CSV does not tell. */
  readonly strings: boolean;
}

const LINE_FEED = 10;

function csvColumns(head: Uint8Array): GuessedColumn[] {
  const withEnd = new Uint8Array(head.length + 1).fill(LINE_FEED);
  withEnd.set(head);
  const names = readCsvHeader(withEnd)?.names ?? [];
  return head.length === 0 ? [] : names.map((name) => ({ name, strings: false }));
}

/** Every key of the lines that are objects, in order of first sight. */
function jsonColumns(head: Uint8Array): GuessedColumn[] {
  const strings = new Map<string, boolean>();
  const lines = new TextDecoder().decode(head).split("\n", 2 * INFERENCE_ROWS);
  for (const line of lines)
    for (const [key, value] of Object.entries(parseObject(line)))
      strings.set(key, strings.get(key) === true || typeof value === "string");
  // SQL cannot name a key without a name, nor one that differs from another in case only.
  const taken = new Set([""]);
  return [...strings].flatMap(([name, some]) => {
    const known = taken.has(name.toLowerCase());
    taken.add(name.toLowerCase());
    return known ? [] : [{ name, strings: some }];
  });
}

function parseObject(line: string): object {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}

/** The values of each column as text, without NULLs. */
function readTexts(format: TextFormat, head: Uint8Array, columns: readonly GuessedColumn[]): string[][] {
  const parser = createParser(
    format,
    columns.map(({ name }) => ({ name, type: STRING })),
  );
  const texts: string[][] = columns.map(() => []);
  for (const { batch } of [...parser.push(head), ...parser.finish()].slice(0, 1))
    batch.columns.forEach((column, index) => {
      if (column.kind !== "string") return;
      for (let row = 0; row < Math.min(batch.length, INFERENCE_ROWS); row++)
        if (!column.validity || column.validity[row] === 1)
          texts[index]!.push(column.dictionary.get(column.codes[row]!));
    });
  return texts;
}

function guessType({ name, strings }: GuessedColumn, texts: readonly string[]): DataType {
  const values = texts.map((text) => text.trim()).filter((text) => text !== "");
  const all = (fits: (text: string) => boolean): boolean => values.every(fits);
  if (values.length === 0) return STRING;
  if (all(isIsoTime)) return TIMESTAMP;
  if (strings) return STRING;
  if (all((text) => /^(true|false)$/i.test(text))) return BOOLEAN;
  if (all((text) => /^-?(0|[1-9]\d*)$/.test(text))) {
    if (TIME_NAME.test(name) && all((text) => /^\d{12,14}$/.test(text))) return TIMESTAMP;
    if (all((text) => BigInt.asIntN(64, BigInt(text.slice(0, 40))) === BigInt(text.slice(0, 40))))
      return BIGINT;
  }
  if (!all((text) => NUMBER.test(text) && Number.isFinite(Number(text)))) return STRING;
  return guessFraction(values);
}

/** DECIMAL where a double would lose digits (it keeps 17 of what programs print), DOUBLE elsewhere. */
function guessFraction(values: readonly string[]): DataType {
  const plain = values.every((text) => !/e/i.test(text));
  const parts = values.map((text) => text.replace("-", "").split("."));
  const whole = Math.max(...parts.map(([digits]) => digits!.length));
  const scale = Math.max(...parts.map(([, digits]) => digits?.length ?? 0));
  const most = Math.max(...parts.map((digits) => digits.join("").replace(/^0+/, "").length));
  if (!plain || most <= 17) return DOUBLE;
  return whole + scale <= 38 ? decimal(38, scale) : STRING;
}

function isIsoTime(text: string): boolean {
  const bytes = new TextEncoder().encode(text);
  return !Number.isNaN(parseIsoTime(bytes, 0, bytes.length));
}

/** A number without leading zeros. */
const NUMBER = /^-?(0|[1-9]\d*)?(\.\d*)?(e[+-]?\d+)?$/i;
const TIME_NAME = /time|date|stamp|^ts$|_ts$|_at$|[a-z]At$/;
/** The best name first. */
const EVENT_NAMES = [/event.?time/i, /^(ts|time|timestamp|date|datetime)$/i, /(time|stamp|date|_ts|_at)$/i];
const ARRIVAL_NAME = /arriv|receiv|ingest|process|report/i;

function guessEventTime(times: readonly string[]): string | null {
  for (const pattern of EVENT_NAMES) {
    const found = times.find((name) => pattern.test(name));
    if (found !== undefined) return found;
  }
  return times[0] ?? null;
}

function guessArrival(
  format: TextFormat,
  head: Uint8Array,
  schema: Schema,
  times: readonly string[],
): string | null {
  const parser = createParser(format, schema);
  const [chunk] = [...parser.push(head), ...parser.finish()];
  const found = times.find((name) => ARRIVAL_NAME.test(name));
  const column = chunk?.batch.columns[schema.findIndex((field) => field.name === found)];
  if (found === undefined || column?.kind !== "number") return null;
  const known = column.values.filter((_, row) => !column.validity || column.validity[row] === 1);
  return known.every((value, index) => index === 0 || known[index - 1]! <= value) ? found : null;
}
