import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { assert } from "../common/assert.ts";
import type { Column } from "../data/column.ts";
import type { RecordBatch } from "../data/record-batch.ts";
import { fieldIndex } from "../data/schema.ts";
import { concatBatches, sliceBatch } from "./batch-slice.ts";
import { type MalformedRow, MALFORMED_ROWS_KEPT } from "./malformed-row.ts";
import type { SourceChunk } from "./source-chunk.ts";

/**
 * The records of one stream in arrival order: append-only, and each record is immutable once appended. Every run of
 * the stream reads from here, by position; a position is a number of records.
 */
export class ReplayLog {
  readonly stream: StreamDefinition;
  readonly #chunks: RecordBatch[] = [];
  /** Arrival times of each chunk, never going back: a(n) = max(a(n-1), the column). */
  readonly #arrivals: Float64Array[] = [];
  readonly #arrivalColumn: number;
  readonly #malformed: MalformedRow[] = [];
  #malformedCount = 0;
  #length = 0;
  #finished = false;

  constructor(stream: StreamDefinition) {
    this.stream = stream;
    this.#arrivalColumn = stream.arrival === null ? -1 : fieldIndex(stream.schema, stream.arrival);
  }

  /** Records so far. */
  get length(): number {
    return this.#length;
  }

  /** Whether no more records will come. */
  get finished(): boolean {
    return this.#finished;
  }

  /** Malformed rows, in order of seq: the first MALFORMED_ROWS_KEPT of `malformedCount`. */
  get malformed(): readonly MalformedRow[] {
    return this.#malformed;
  }

  get malformedCount(): number {
    return this.#malformedCount;
  }

  /** Arrival time of the first record in ms, or null while there is none. */
  get firstArrival(): number | null {
    return this.#length === 0 ? null : this.#arrivals[0]![0]!;
  }

  /** Arrival time of the last record in ms, or null while there is none. */
  get lastArrival(): number | null {
    return this.#length === 0 ? null : this.arrivalAt(this.#length - 1);
  }

  /** Adds the next run of records; its base is the log's length, and its STRING columns keep the dictionaries of the chunks before. */
  append({ batch, malformed }: SourceChunk): void {
    assert(!this.#finished, "records are appended before the log is finished");
    assert(batch.base === this.#length, "a chunk continues the log");
    assert(batch.columns.length === this.stream.schema.length, "a chunk has the stream's columns");
    if (batch.length === 0) return;
    this.#arrivals.push(this.#arrivalsOf(batch));
    this.#chunks.push(batch);
    this.#length += batch.length;
    for (const row of malformed) if (this.#malformed.length < MALFORMED_ROWS_KEPT) this.#malformed.push(row);
    if (batch.unreadable) for (let i = 0; i < batch.length; i++) this.#malformedCount += batch.unreadable[i]!;
  }

  /** Says that no more records will come. */
  finish(): void {
    this.#finished = true;
  }

  /**
   * Records from … to - 1 (0 <= from <= to <= length). A run inside one chunk is a view of its arrays, others are
   * copied; neither may be written to.
   */
  read(from: number, to: number): RecordBatch {
    assert(
      from >= 0 && from <= to && to <= this.#length,
      `records ${from} to ${to} of ${this.#length} are there`,
    );
    const parts: RecordBatch[] = [];
    for (let index = this.#chunkOf(from); index < this.#chunks.length; index++) {
      const chunk = this.#chunks[index]!;
      const start = Math.max(from, chunk.base);
      const end = Math.min(to, chunk.base + chunk.length);
      parts.push(sliceBatch(this.stream.schema, chunk, start - chunk.base, end - chunk.base));
      if (end === to) break;
    }
    return concatBatches(this.stream.schema, from, parts);
  }

  /** The arrival time of record `seq` (0 … length - 1) in ms. */
  arrivalAt(seq: number): number {
    const index = this.#chunkOf(seq);
    return this.#arrivals[index]![seq - this.#chunks[index]!.base]!;
  }

  /** The position at which every record that has arrived at `time` (ms) or before is read: 0 … length. */
  positionAt(time: number): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.arrivalAt(middle) <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The chunk that holds record `seq`. */
  #chunkOf(seq: number): number {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#chunks[middle]!.base <= seq) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** A record without a readable arrival comes with the one before it; the first ones with the first that is known, else at 0. */
  #arrivalsOf(batch: RecordBatch): Float64Array {
    const arrivals = new Float64Array(batch.length);
    const column: Column | undefined = batch.columns[this.#arrivalColumn];
    if (column?.kind !== "number") return arrivals.map((_, index) => batch.base + index);
    const { values, validity } = column;
    let last = this.lastArrival ?? firstKnown(values, validity, batch.length);
    for (let i = 0; i < batch.length; i++) {
      if ((validity === null || validity[i] === 1) && values[i]! > last) last = values[i]!;
      arrivals[i] = last;
    }
    return arrivals;
  }
}

function firstKnown(values: Float64Array, validity: Uint8Array | null, length: number): number {
  for (let i = 0; i < length; i++) if (validity === null || validity[i] === 1) return values[i]!;
  return 0;
}
