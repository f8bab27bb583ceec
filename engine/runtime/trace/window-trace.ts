import { AppendColumn } from "./append-column.ts";
import { compareWindows, mergeInOrder, type WindowRows } from "./trace-order.ts";
import { CLOSED, OPENED, RETRACTED, type WindowColumns } from "./trace-tables.ts";

/** A window that had state, and when it passed from one state to the next. */
export interface WindowHistory {
  readonly partition: number;
  /** ms. */
  readonly start: number;
  readonly end: number;
  /** Seq of its first counted record. */
  readonly opened: number;
  /** Seq of the record that closed it, Infinity at the end of input; null when that is not known (yet). */
  closed: number | null;
  expired: number | null;
}

/** What happened to the windows of a run, in order of seq. */
export class WindowTrace {
  readonly #seq: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  readonly #event: AppendColumn<Uint8Array> = new AppendColumn(new Uint8Array(0));
  readonly #partition: AppendColumn<Int16Array> = new AppendColumn(new Int16Array(0));
  readonly #start: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  readonly #end: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  /** In the order in which they were opened. */
  #histories: WindowHistory[] = [];
  readonly #alive = new Map<string, WindowHistory>();
  /** Seqs that closed at least one window, ascending, each once. */
  readonly closings: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  #lastClosing = -1;

  /** Events so far, kept or not. */
  get end(): number {
    return this.#seq.end;
  }

  /** Windows in the order in which they were opened; without those that were forgotten. */
  get histories(): readonly WindowHistory[] {
    return this.#histories;
  }

  /** The number of windows in `histories` that records before `seq` opened. */
  openedBefore(seq: number): number {
    let low = 0;
    let high = this.#histories.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#histories[middle]!.opened < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param parts of one batch, of each host, in any order: the table does not depend on it. */
  append(parts: readonly WindowRows[]): void {
    mergeInOrder(parts, compareWindows, ({ seq, event, partition, start, end }, at) =>
      this.#push(seq[at]!, event[at]!, partition[at]!, start[at]!, end[at]!),
    );
  }

  /** Forgets the events before record `seq`, and the windows that had expired by then; not when windows closed. */
  forget(seq: number): void {
    const kept = this.#seq.lowerBound(seq);
    for (const column of [this.#seq, this.#event, this.#partition, this.#start, this.#end])
      column.forget(kept);
    this.#histories = this.#histories.filter(({ expired }) => expired === null || expired >= seq);
  }

  /** Rows from … to - 1, clipped to those that are kept. */
  rows(from: number, to: number): WindowColumns {
    const start = Math.max(from, this.#seq.first);
    return {
      from: start,
      seq: this.#seq.slice(start, to),
      event: this.#event.slice(start, to),
      partition: this.#partition.slice(start, to),
      start: this.#start.slice(start, to),
      end: this.#end.slice(start, to),
    };
  }

  /** Windows [start, end), ms, a shown row of which record `seq` took back; all are of its partition. */
  retractedBy(seq: number): readonly { readonly start: number; readonly end: number }[] {
    const found: { start: number; end: number }[] = [];
    const to = this.#seq.lowerBound(seq + 1);
    for (let i = this.#seq.lowerBound(seq); i < to; i++)
      if (this.#event.at(i) === RETRACTED) found.push({ start: this.#start.at(i), end: this.#end.at(i) });
    return found;
  }

  #push(seq: number, event: number, partition: number, start: number, end: number): void {
    this.#seq.push(seq);
    this.#event.push(event);
    this.#partition.push(partition);
    this.#start.push(start);
    this.#end.push(end);
    const name = `${partition}/${start}/${end}`;
    if (event === OPENED) {
      const history = { partition, start, end, opened: seq, closed: null, expired: null };
      this.#histories.push(history);
      this.#alive.set(name, history);
      return;
    }
    if (event === RETRACTED) return;
    const history = this.#alive.get(name)!;
    if (event === CLOSED) {
      history.closed = seq;
      if (this.#lastClosing !== seq) this.closings.push(seq);
      this.#lastClosing = seq;
    } else {
      history.expired = seq;
      this.#alive.delete(name);
    }
  }
}
