import { DELETE, UPDATE_BEFORE } from "../data/change.ts";
import { type ChangelogStore, endOf, type OutputChunk, type OutputRow } from "./changelog-store.ts";
import { type OutputBatch, takeOutputRows } from "./output-batch.ts";
import type { CompareRows } from "./row-order.ts";
import { AppendColumn } from "./trace/append-column.ts";

/** Groups that the table holds; further ones are left out. */
const GROUPS_KEPT = 200_000;
const NONE = -1;
/** Rows that are forgotten together: forgetting moves those that stay. */
const FORGET_AT_ONCE = 500_000;

/**
 * The changelog folded up to any of its rows: the latest row of each (partition, window, group). Each row remembers
 * which one it replaced (9 bytes a row), so folding on and taking back cost the rows in between, and nothing is folded
 * twice. What the changelog forgets has to be folded by then, and cannot be taken back.
 */
export class ResultTable {
  readonly #changes: ChangelogStore;
  readonly #partitions: number;
  readonly #compareRows: CompareRows | null;
  readonly #forgetAtOnce: number;
  /** Rows that are folded. */
  #rows = 0;
  #size = 0;
  /** By window start, then end, then by group and partition: the number of each, in order of first appearance. */
  readonly #numbers = new Map<number, Map<number, Map<number, number>>>();
  readonly #starts: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  readonly #ends: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  /** Index of the latest row of each group, or NONE. */
  #latest: Int32Array = new Int32Array(1_024).fill(NONE);
  /** Of each row: its group, the row that it replaced, and whether it shows one (a retraction does not). */
  readonly #group: AppendColumn<Int32Array> = new AppendColumn(new Int32Array(0));
  readonly #replaced: AppendColumn<Int32Array> = new AppendColumn(new Int32Array(0));
  readonly #shows: AppendColumn<Uint8Array> = new AppendColumn(new Uint8Array(0));
  /** By group: the row that it shows where the changelog begins, which is kept no more. */
  readonly #pinned = new Map<number, OutputRow>();
  /** Groups by window, then by first appearance. */
  #order: Int32Array | null = null;
  #shown: number[] | null = null;

  /**
   * @param partitions of the query. @param compareRows the order of ORDER BY. @param forgetAtOnce rows that are
   * forgotten together, at least.
   */
  constructor(
    changes: ChangelogStore,
    partitions: number,
    compareRows: CompareRows | null = null,
    forgetAtOnce: number = FORGET_AT_ONCE,
  ) {
    this.#changes = changes;
    this.#partitions = partitions;
    this.#compareRows = compareRows;
    this.#forgetAtOnce = forgetAtOnce;
    changes.onForget = (chunk) => this.#forget(chunk);
  }

  /** Rows left after folding, of those that the table holds. */
  get size(): number {
    return this.#size;
  }

  /** Whether groups may have been left out. */
  get isFull(): boolean {
    return this.#starts.end >= GROUPS_KEPT;
  }

  /** Folds the first `rows` rows of the changelog: on, or back as far as its rows are kept. */
  moveTo(rows: number): void {
    if (rows === this.#rows) return;
    this.#shown = null;
    while (this.#rows > rows) this.#takeBack(--this.#rows);
    if (this.#rows < rows) {
      this.#changes.visit(this.#rows, rows, (output, row, index) => this.#fold(output, row, index));
      this.#rows = rows;
    }
  }

  /** Rows `from … to`, by window, then by ORDER BY, then by first appearance; each with its index in the changelog. */
  visit(from: number, to: number, visitor: (output: OutputBatch, row: number, index: number) => void): void {
    this.#shown ??= this.#sorted(
      [...this.#ordered()].filter((group) => this.#isShown(group, this.#latest[group]!)),
    );
    for (const group of this.#shown.slice(Math.max(0, from), to)) {
      const { output, row } = this.#place(group);
      visitor(output, row, this.#latest[group]!);
    }
  }

  /** Where the row lies that a group shows. */
  #place(group: number): OutputRow {
    return this.#changes.at(this.#latest[group]!) ?? this.#pinned.get(group)!;
  }

  #sorted(groups: number[]): number[] {
    const compare = this.#compareRows;
    if (compare === null) return groups;
    const sorted = groups.map((group) => ({ group, place: this.#place(group) }));
    sorted.sort(
      (a, b) =>
        this.#compareWindows(a.group, b.group) ||
        compare(a.place.output, a.place.row, b.place.output, b.place.row),
    );
    return sorted.map(({ group }) => group);
  }

  #fold(output: OutputBatch, row: number, index: number): void {
    if (index === this.#group.end) {
      const kind = output.kind[row]!;
      const group = this.#groupOf(output, row);
      this.#group.push(group);
      this.#shows.push(kind === DELETE || kind === UPDATE_BEFORE ? 0 : 1);
      this.#replaced.push(group === NONE ? NONE : this.#latest[group]!);
    }
    this.#put(this.#group.at(index), this.#replaced.at(index), index);
  }

  #takeBack(index: number): void {
    this.#put(this.#group.at(index), index, this.#replaced.at(index));
  }

  /** Puts one latest row of a group in the place of another. */
  #put(group: number, before: number, after: number): void {
    if (group === NONE) return;
    this.#size += Number(this.#isShown(group, after)) - Number(this.#isShown(group, before));
    this.#latest[group] = after;
  }

  #isShown(group: number, index: number): boolean {
    if (index === NONE) return false;
    return index < this.#shows.first ? this.#pinned.has(group) : this.#shows.at(index) === 1;
  }

  #groupOf(output: OutputBatch, row: number): number {
    const start = output.windowStart[row]!;
    const end = start === -Infinity ? Infinity : output.windowEnd[row]!;
    let windows = this.#numbers.get(start);
    if (!windows) this.#numbers.set(start, (windows = new Map()));
    let groups = windows.get(end);
    if (!groups) windows.set(end, (groups = new Map()));
    const name = output.key[row]! * this.#partitions + output.partition;
    let number = groups.get(name);
    if (number === undefined) {
      number = this.#starts.end;
      if (number >= GROUPS_KEPT) return NONE;
      groups.set(name, number);
      this.#starts.push(start);
      this.#ends.push(end);
      this.#order = null;
      if (number >= this.#latest.length) {
        const latest = new Int32Array(2 * this.#latest.length).fill(NONE);
        latest.set(this.#latest);
        this.#latest = latest;
      }
    }
    return number;
  }

  #ordered(): Int32Array {
    this.#order ??= Int32Array.from({ length: this.#starts.end }, (_, group) => group).sort(
      (a, b) => this.#compareWindows(a, b) || a - b,
    );
    return this.#order;
  }

  #compareWindows(a: number, b: number): number {
    return ascending(this.#starts, a, b) || ascending(this.#ends, a, b);
  }

  /** Of each group, what it shows behind the chunk stays: copied, so that nothing else of the chunk does. */
  #forget(chunk: OutputChunk): void {
    const end = endOf(chunk);
    const seen = new Set<number>();
    const kept = chunk.outputs.map((): { readonly groups: number[]; readonly rows: number[] } => ({
      groups: [],
      rows: [],
    }));
    for (let index = end - 1; index >= chunk.start; index--) {
      const group = this.#group.at(index);
      if (group === NONE || seen.has(group)) continue;
      seen.add(group);
      this.#pinned.delete(group);
      if (this.#shows.at(index) === 0) continue;
      const { groups, rows } = kept[chunk.order.output[index - chunk.start]!]!;
      groups.push(group);
      rows.push(chunk.order.row[index - chunk.start]!);
    }
    kept.forEach(({ groups, rows }, at) => {
      if (rows.length === 0) return;
      const output = takeOutputRows(chunk.outputs[at]!, Int32Array.from(rows));
      groups.forEach((group, row) => this.#pinned.set(group, { output, row }));
    });
    if (end - this.#group.first < this.#forgetAtOnce) return;
    for (const column of [this.#group, this.#replaced, this.#shows]) column.forget(end);
  }
}

/** Infinite bounds, of rows without a window, equal each other. */
function ascending(column: AppendColumn<Float64Array>, a: number, b: number): number {
  if (column.at(a) === column.at(b)) return 0;
  return column.at(a) < column.at(b) ? -1 : 1;
}
