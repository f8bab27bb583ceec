import { AppendColumn } from "./append-column.ts";
import { compareWindows, mergeInOrder, type WindowRows } from "./trace-order.ts";
import { ABSORBED, CLOSED, GROWN, OPENED, RETRACTED, type WindowColumns } from "./trace-tables.ts";

/**
 * A window that had state, and when it passed from one state to the next. Of a session there is one for each of the
 * bounds that it had: a record that moves them ends one (`session.replaced`) and opens the next.
 */
export interface WindowHistory {
  readonly partition: number;
  /** ms. */
  readonly start: number;
  readonly end: number;
  /** Seq of its first counted record; of a session, of the record that gave it these bounds. */
  readonly opened: number;
  /** Seq of the record that closed it, Infinity at the end of input; null when that is not known (yet). */
  closed: number | null;
  expired: number | null;
  /** Of a session alone. */
  readonly session?: SessionHistory;
}

/** What a session has beside its bounds. */
export interface SessionHistory {
  /** Id of its group key. */
  readonly key: number;
  /** Seq of the first record counted in it, or in a session that went into it. */
  began: number;
  /** Seq of the record that gave it other bounds, or let it go into another; null: none (yet). It is not there from then on. */
  replaced: number | null;
  /** What took its place then. */
  next: WindowHistory | null;
}

/** What happened to the windows of a run, in order of seq. */
export class WindowTrace {
  readonly #seq: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  readonly #event: AppendColumn<Uint8Array> = new AppendColumn(new Uint8Array(0));
  readonly #partition: AppendColumn<Int16Array> = new AppendColumn(new Int16Array(0));
  readonly #start: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  readonly #end: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  readonly #key: AppendColumn<Int32Array> = new AppendColumn(new Int32Array(0));
  readonly #oldStart: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  readonly #oldEnd: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  readonly #timer: AppendColumn<Uint8Array> = new AppendColumn(new Uint8Array(0));
  /** In the order in which they were opened. */
  #histories: WindowHistory[] = [];
  readonly #alive = new Map<string, WindowHistory>();
  /** Seqs that closed at least one window, ascending, each once. */
  readonly closings: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  #lastClosing = -1;
  /** Seqs at which a session's bounds were replaced, ascending, as often as that happened. */
  readonly #replacements: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));

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

  /** The number of windows in `histories` that records before `seq` opened, and that are not other bounds by then. */
  presentBefore(seq: number): number {
    return this.openedBefore(seq) - (this.#replacements.lowerBound(seq) - this.#replacements.first);
  }

  /** @param parts of one batch, of each host, in any order: the table does not depend on it. */
  append(parts: readonly WindowRows[]): void {
    mergeInOrder(parts, compareWindows, (rows, at) => {
      this.#push(rows, at);
      this.#follow(rows, at);
    });
  }

  /** Forgets the events before record `seq`, and the windows that had expired by then; not when windows closed. */
  forget(seq: number): void {
    const kept = this.#seq.lowerBound(seq);
    for (const column of this.#columns) column.forget(kept);
    this.#replacements.forget(this.#replacements.lowerBound(seq));
    this.#histories = this.#histories.filter(({ expired, session }) => {
      const gone = session?.replaced ?? expired;
      return gone === null || gone >= seq;
    });
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
      key: this.#key.slice(start, to),
      oldStart: this.#oldStart.slice(start, to),
      oldEnd: this.#oldEnd.slice(start, to),
      timer: this.#timer.slice(start, to),
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

  get #columns(): readonly AppendColumn<Float64Array | Int32Array | Int16Array | Uint8Array>[] {
    const bounds = [this.#start, this.#end, this.#oldStart, this.#oldEnd];
    return [this.#seq, this.#event, this.#partition, this.#key, this.#timer, ...bounds];
  }

  #push(rows: WindowRows, at: number): void {
    this.#seq.push(rows.seq[at]!);
    this.#event.push(rows.event[at]!);
    this.#partition.push(rows.partition[at]!);
    this.#start.push(rows.start[at]!);
    this.#end.push(rows.end[at]!);
    this.#key.push(rows.key[at]!);
    this.#oldStart.push(rows.oldStart[at]!);
    this.#oldEnd.push(rows.oldEnd[at]!);
    this.#timer.push(rows.timer[at]!);
  }

  #follow(rows: WindowRows, at: number): void {
    const event = rows.event[at]!;
    const seq = rows.seq[at]!;
    if (event === OPENED) this.#open(rows, at, seq);
    else if (event === GROWN || event === ABSORBED) this.#replace(rows, at);
    else if (event === CLOSED) {
      this.#named(rows, at).closed = seq;
      if (this.#lastClosing !== seq) this.closings.push(seq);
      this.#lastClosing = seq;
    } else if (event !== RETRACTED) {
      this.#named(rows, at).expired = seq;
      this.#alive.delete(nameOf(rows, at, rows.start[at]!, rows.end[at]!));
    }
  }

  #named(rows: WindowRows, at: number): WindowHistory {
    return this.#alive.get(nameOf(rows, at, rows.start[at]!, rows.end[at]!))!;
  }

  /** @param began seq of the first record counted in it. */
  #open(rows: WindowRows, at: number, began: number): WindowHistory {
    const [partition, start, end, key] = [rows.partition[at]!, rows.start[at]!, rows.end[at]!, rows.key[at]!];
    const history = {
      partition,
      start,
      end,
      opened: rows.seq[at]!,
      closed: null,
      expired: null,
      ...(key >= 0 && { session: { key, began, replaced: null, next: null } }),
    };
    this.#histories.push(history);
    this.#alive.set(nameOf(rows, at, start, end), history);
    return history;
  }

  /** GROWN makes the history of the new bounds, ABSORBED joins it. */
  #replace(rows: WindowRows, at: number): void {
    const name = nameOf(rows, at, rows.oldStart[at]!, rows.oldEnd[at]!);
    const session = this.#alive.get(name)!.session!;
    this.#alive.delete(name);
    session.replaced = rows.seq[at]!;
    this.#replacements.push(session.replaced);
    if (rows.event[at] === GROWN) session.next = this.#open(rows, at, session.began);
    else {
      const into = this.#named(rows, at);
      into.session!.began = Math.min(into.session!.began, session.began);
      session.next = into;
    }
  }
}

/** Of all windows that have state, no two have the same. */
function nameOf({ partition, key }: WindowRows, at: number, start: number, end: number): string {
  return `${partition[at]}/${key[at]}/${start}/${end}`;
}
