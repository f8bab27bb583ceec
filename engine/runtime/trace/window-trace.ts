import { AppendColumn } from "./append-column.ts";
import { CLOSED, type HostTrace, OPENED, type WindowColumns } from "./trace-tables.ts";

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
  readonly #histories: WindowHistory[] = [];
  readonly #alive = new Map<string, WindowHistory>();
  /** Seqs that closed at least one window, ascending, each once. */
  readonly closings: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));

  /** Events so far, kept or not. */
  get end(): number {
    return this.#seq.end;
  }

  /** Windows in the order in which they were opened. */
  get histories(): readonly WindowHistory[] {
    return this.#histories;
  }

  /** @param parts of one batch, of each host: merged by seq, then in the order of hosts. */
  append(parts: readonly HostTrace["windows"][]): void {
    const next = parts.map(() => 0);
    for (;;) {
      let from = -1;
      for (let part = 0; part < parts.length; part++) {
        const at = next[part]!;
        if (at === parts[part]!.seq.length) continue;
        if (from < 0 || parts[part]!.seq[at]! < parts[from]!.seq[next[from]!]!) from = part;
      }
      if (from < 0) return;
      const { seq, event, partition, start, end } = parts[from]!;
      const at = next[from]!++;
      this.#push(seq[at]!, event[at]!, partition[at]!, start[at]!, end[at]!);
    }
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
    const history = this.#alive.get(name)!;
    if (event === CLOSED) {
      history.closed = seq;
      if (this.closings.end === 0 || this.closings.at(this.closings.end - 1) !== seq)
        this.closings.push(seq);
    } else {
      history.expired = seq;
      this.#alive.delete(name);
    }
  }
}
