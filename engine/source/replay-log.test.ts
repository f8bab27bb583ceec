import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { readValue } from "../data/column.ts";
import { createBuffer, writeValue } from "../data/column-buffer.ts";
import { BIGINT, BOOLEAN, decimal, STRING, TIMESTAMP, type Value } from "../data/data-type.ts";
import { Dictionary } from "../data/dictionary.ts";
import type { RecordBatch } from "../data/record-batch.ts";
import { MALFORMED_ROWS_KEPT } from "./malformed-row.ts";
import { ReplayLog } from "./replay-log.ts";
import type { SourceChunk } from "./source-chunk.ts";

const stream: StreamDefinition = {
  name: "s",
  schema: [
    { name: "a", type: TIMESTAMP },
    { name: "n", type: BIGINT },
    { name: "d", type: decimal(30, 2) },
    { name: "s", type: STRING },
    { name: "b", type: BOOLEAN },
  ],
  eventTime: null,
  arrival: "a",
  split: null,
  splits: 1,
  maxOutOfOrderness: null,
};

type Row = readonly [number | null, bigint | null, bigint | null, string | null, boolean | null];

/** The rows as chunks of the given lengths, with one dictionary; a row of only NULLs is unreadable. */
function chunksOf(rows: readonly Row[], lengths: readonly number[]): SourceChunk[] {
  const dictionary = new Dictionary();
  const chunks: SourceChunk[] = [];
  let base = 0;
  for (let index = 0; base < rows.length; index++) {
    const part = rows.slice(base, base + (lengths[index] ?? rows.length));
    const columns = stream.schema.map(({ type }, column) => {
      const buffer = createBuffer(type, part.length, dictionary);
      part.forEach((row, at) => writeValue(buffer, at, row[column]!));
      return buffer.column(part.length);
    });
    const bad = part.map((row) => row.every((value) => value === null));
    chunks.push({
      batch: {
        base,
        length: part.length,
        columns,
        unreadable: bad.includes(true) ? Uint8Array.from(bad, Number) : null,
      },
      malformed: bad.flatMap((is, at) =>
        is ? [{ seq: base + at, line: 1, column: 1, reason: "r", excerpt: "e" }] : [],
      ),
    });
    base += part.length;
  }
  return chunks;
}

function rowsOf(batch: RecordBatch): Value[][] {
  return Array.from({ length: batch.length }, (_, row) =>
    stream.schema.map(({ type }, column) => readValue(batch.columns[column]!, type, row)),
  );
}

const nullable = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { nil: null });
const fullRow: fc.Arbitrary<Row> = fc.tuple(
  nullable(fc.integer({ min: -5, max: 1_000 })),
  nullable(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
  nullable(fc.oneof(fc.bigInt({ min: -99n, max: 99n }), fc.bigInt({ min: -(10n ** 29n), max: 10n ** 29n }))),
  nullable(fc.string()),
  nullable(fc.boolean()),
);
const noRow: fc.Arbitrary<Row> = fc.constant([null, null, null, null, null]);
const anyRow: fc.Arbitrary<Row> = fc.oneof(
  { weight: 8, arbitrary: fullRow },
  { weight: 1, arbitrary: noRow },
);

function logOf(rows: readonly Row[], lengths: readonly number[]): ReplayLog {
  const log = new ReplayLog(stream);
  for (const chunk of chunksOf(rows, lengths)) log.append(chunk);
  return log;
}

describe("ReplayLog", () => {
  test("a run of records reads the same however the log was cut into chunks", () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 9 })),
        fc.nat(40),
        fc.nat(40),
        (rows, lengths, a, b) => {
          const log = logOf(rows, lengths);
          const from = Math.min(a, b, rows.length);
          const to = Math.min(Math.max(a, b), rows.length);
          const batch = log.read(from, to);
          expect([batch.base, batch.length]).toEqual([from, to - from]);
          expect(rowsOf(batch)).toEqual(rows.slice(from, to));
          const bad = rows.slice(from, to).map((row) => (row.every((value) => value === null) ? 1 : 0));
          expect(Array.from(batch.unreadable ?? new Uint8Array(to - from))).toEqual(bad);
          expect(log.malformedCount).toBe(log.malformed.length);
        },
      ),
    );
  });

  test("a(n) = max(a(n-1), the column), and a position by time counts the records arrived by then", () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { minLength: 1, maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 9 })),
        fc.integer({ min: -10, max: 1_010 }),
        (rows, lengths, time) => {
          const log = logOf(rows, lengths);
          const arrivals = rows.map((_, seq) => log.arrivalAt(seq));
          rows.forEach(([a], seq) => {
            if (a !== null) expect(arrivals[seq]!).toBeGreaterThanOrEqual(a);
            if (seq > 0)
              expect(arrivals[seq]).toBe(a === null ? arrivals[seq - 1] : Math.max(arrivals[seq - 1]!, a));
          });
          expect(log.positionAt(time)).toBe(arrivals.filter((arrival) => arrival <= time).length);
          expect([log.firstArrival, log.lastArrival]).toEqual([arrivals[0], arrivals.at(-1)]);
        },
      ),
    );
  });

  test("without an arrival column record n arrives at n ms", () => {
    const log = new ReplayLog({ ...stream, arrival: null });
    for (const chunk of chunksOf(
      [
        [9, 1n, 1n, "x", true],
        [3, 1n, 1n, "y", true],
      ],
      [1],
    ))
      log.append(chunk);
    expect([log.arrivalAt(0), log.arrivalAt(1)]).toEqual([0, 1]);
  });

  test("a run inside one chunk is a view, not a copy", () => {
    const log = logOf(
      [
        [1, 1n, 1n, "x", true],
        [2, 2n, 2n, "y", false],
        [3, 3n, 3n, "z", true],
      ],
      [3],
    );
    const [whole, part] = [log.read(0, 3).columns[0]!, log.read(1, 2).columns[0]!];
    expect(
      whole.kind === "number" && part.kind === "number" && part.values.buffer === whole.values.buffer,
    ).toBe(true);
  });

  test("an empty log reads as no records", () => {
    const log = new ReplayLog(stream);
    expect(log.read(0, 0).columns.map(({ kind }) => kind)).toEqual([
      "number",
      "number",
      "number",
      "string",
      "boolean",
    ]);
    expect([log.firstArrival, log.lastArrival, log.positionAt(5), log.finished]).toEqual([
      null,
      null,
      0,
      false,
    ]);
  });

  test("malformed rows are all counted, the first thousand are kept", () => {
    const rows = Array.from({ length: MALFORMED_ROWS_KEPT + 500 }, (): Row => [null, null, null, null, null]);
    const log = logOf(rows, [700]);
    expect([log.malformedCount, log.malformed.length]).toEqual([rows.length, MALFORMED_ROWS_KEPT]);
  });

  test("a chunk that does not continue the log, or comes after its end, is refused", () => {
    const [chunk] = chunksOf([[1, 1n, 1n, "x", true]], [1]);
    const log = logOf([[1, 1n, 1n, "x", true]], [1]);
    expect(() => log.append(chunk!)).toThrow("continues the log");
    log.finish();
    expect(() => log.append(chunk!)).toThrow("before the log is finished");
    expect(log.finished).toBe(true);
  });
});
