import { AppendColumn } from "./append-column.ts";
import type { RecordColumns } from "./trace-tables.ts";

/** The fate and the partition of every record of a run, by seq, and of those that are kept their times and keys too. */
export class RecordTrace {
  /** ms; NaN where malformed, -Infinity where it is NULL and the record went on all the same. */
  readonly eventTime: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  readonly arrival: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  readonly partition: AppendColumn<Int16Array> = new AppendColumn(new Int16Array(0));
  readonly fate: AppendColumn<Uint8Array> = new AppendColumn(new Uint8Array(0));
  /** The split whose clock it touches, -1 where it touches none; null where splits have no clocks. */
  readonly split: AppendColumn<Int16Array> | null;
  /** Id of its group key, -1 where it has none. */
  readonly key: AppendColumn<Int32Array> = new AppendColumn(new Int32Array(0));

  constructor(splitsHaveClocks: boolean) {
    this.split = splitsHaveClocks ? new AppendColumn(new Int16Array(0)) : null;
  }

  /** Seq of the oldest record that is kept. */
  get first(): number {
    return this.eventTime.first;
  }

  /** Records so far, kept or not. */
  get end(): number {
    return this.fate.end;
  }

  /** Forgets the times, splits and keys of the records before `seq`. */
  forget(seq: number): void {
    for (const column of [this.eventTime, this.arrival, this.split, this.key]) column?.forget(seq);
  }

  /** Rows from … to - 1, clipped to those that are kept. */
  rows(from: number, to: number): RecordColumns {
    const start = Math.max(from, this.first);
    return {
      from: start,
      eventTime: this.eventTime.slice(start, to).map((time) => (time === -Infinity ? NaN : time)),
      arrival: this.arrival.slice(start, to),
      partition: this.partition.slice(start, to),
      fate: this.fate.slice(start, to),
      ...(this.split && { split: this.split.slice(start, to) }),
      key: this.key.slice(start, to),
    };
  }
}
