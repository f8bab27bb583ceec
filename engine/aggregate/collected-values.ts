import { isNull, readValue } from "../data/column.ts";
import { type ColumnBuffer, writeValue } from "../data/column-buffer.ts";
import type { Value } from "../data/data-type.ts";
import { LONGEST_TEXT } from "../data/longest-text.ts";
import { type WarningCounts, warn } from "../expression/warning-counts.ts";
import type { AggregateInput } from "./accumulator.ts";
import type { AggregateCall, AggregateOrder } from "./aggregate-call.ts";
import { type Comparator, comparatorOf } from "./comparable.ts";
import { RetractableStates } from "./slot-states.ts";

/** Values that one group may collect; beyond them the result is NULL, and counted as a warning. */
export const MOST_COLLECTED = 10_000;
/** The same where all are kept only because records may be taken back. */
const MOST_KEPT = 1_000_000;

/** What is made of the values of a group, and which of them are needed for it. */
export interface Collection {
  readonly call: AggregateCall;
  /** How the arguments behind the first order the values; where they tell nothing apart, arrival does. */
  readonly order: readonly AggregateOrder[];
  /** Whether the first argument itself is the first key of the order. */
  readonly byValue: boolean;
  /** The first or the last so many are enough; null: all. */
  readonly enough: { readonly end: "first" | "last"; readonly count: number } | null;
  /** Whether a record without one of its keys is left out. */
  readonly needsKeys: boolean;
  /**
   * What is made of the values: at least one, or none where an empty collection is no NULL; undefined: it would be too long. A text
   * that joins all of them grows with each, so that a row after each record costs no more than what it adds.
   */
  readonly finish: ((values: readonly Value[]) => Value | undefined) | JoinedText;
}

/** The text of all values side by side. */
export interface JoinedText {
  readonly textOf: (value: Value) => string;
  readonly separator: string;
  /** What stands before the first and behind the last. */
  readonly ends: readonly [string, string];
}

interface Entry {
  readonly seq: number;
  readonly value: Value;
  readonly keys: readonly Value[];
}

/** The entries of a slot in order. */
interface Entries {
  readonly list: Entry[];
  overflowed: boolean;
  /** All of the list joined, or too long already; null: not known, or none is asked for. */
  joined: string | null;
}

/** Aggregates that keep values side by side: lists, texts, the first or greatest few. */
export class CollectedValues extends RetractableStates<Entries> {
  readonly #collection: Collection;
  readonly #comparators: readonly Comparator[];
  readonly #trims: boolean;
  readonly #most: number;
  readonly #warnings: WarningCounts;

  /** @param retracts whether records may be taken back, so that those behind the first few are needed too. */
  constructor(collection: Collection, retracts: boolean, warnings: WarningCounts) {
    super();
    const { call, byValue } = collection;
    this.#collection = collection;
    this.#trims = collection.enough !== null && !retracts;
    this.#most = collection.enough === null ? MOST_COLLECTED : MOST_KEPT;
    this.#warnings = warnings;
    this.#comparators = call.arguments.slice(byValue ? 0 : 1).map(({ type }) => comparatorOf(type));
  }

  protected create(): Entries {
    return { list: [], overflowed: false, joined: null };
  }

  protected put(entries: Entries, input: AggregateInput, row: number): void {
    const entry = this.#entryAt(input, row);
    if (entry === null || entries.overflowed) return;
    const { list } = entries;
    const { enough } = this.#collection;
    if (this.#trims && enough!.end === "first" && list.length === enough!.count)
      if (this.#compare(entry, list[list.length - 1]) > 0) return;
    const place = this.#placeOf(list, entry);
    entries.joined = place === list.length ? this.#longer(entries, entry.value) : null;
    list.splice(place, 0, entry);
    this.#limit(entries);
  }

  protected take(entries: Entries, input: AggregateInput, row: number): void {
    const { list } = entries;
    const entry = this.#entryAt(input, row);
    if (entry === null) return;
    const place = this.#placeOf(list, entry) - 1;
    if (place < 0 || list[place].seq !== entry.seq) return;
    list.splice(place, 1);
    entries.joined = null;
  }

  protected unite(into: Entries, from: Entries): void {
    for (const entry of from.list) into.list.push(entry);
    into.list.sort((a, b) => this.#compare(a, b));
    into.overflowed ||= from.overflowed;
    into.joined = null;
    this.#limit(into);
  }

  protected write(entries: Entries | undefined, out: ColumnBuffer, index: number): void {
    const { call } = this.#collection;
    if (entries?.overflowed) {
      const example = `${call.name.toUpperCase()} of more than ${this.#most} values`;
      warn(this.#warnings, "TOO_MANY_VALUES", [index], example);
      out.setNull(index);
      return;
    }
    const list = entries?.list ?? [];
    if (list.length === 0 && !call.emptyIsZero) return out.setNull(index);
    const value = this.#finish(entries ?? this.create());
    if (value === undefined)
      warn(this.#warnings, "TEXT_TOO_LONG", [index], `${call.name.toUpperCase()} of ${list.length} values`);
    writeValue(out, index, value ?? null);
  }

  #finish(entries: Entries): Value | undefined {
    const { list } = entries;
    const { enough, finish } = this.#collection;
    if (typeof finish !== "function") {
      entries.joined ??= joinedText(list, finish);
      const [before, behind] = finish.ends;
      const text = before + entries.joined + behind;
      return text.length > LONGEST_TEXT ? undefined : text;
    }
    const from = enough?.end === "last" ? Math.max(0, list.length - enough.count) : 0;
    const to = enough?.end === "first" ? enough.count : list.length;
    return finish(list.slice(from, to).map((entry) => entry.value));
  }

  /** The joined text with one more value at its end. */
  #longer({ list, joined }: Entries, value: Value): string | null {
    const { finish } = this.#collection;
    if (typeof finish === "function" || joined === null || joined.length > LONGEST_TEXT) return joined;
    const text = finish.textOf(value);
    return list.length === 0 ? text : joined + finish.separator + text;
  }

  #limit(entries: Entries): void {
    const { list } = entries;
    const { enough } = this.#collection;
    if (this.#trims) {
      const excess = Math.max(0, list.length - enough!.count);
      list.splice(enough!.end === "first" ? enough!.count : 0, excess);
    } else if (list.length > this.#most) {
      entries.overflowed = true;
      entries.joined = null;
      list.length = 0;
    }
  }

  /** -0 is 0: equal lists have equal texts. @returns null where the record has nothing to collect. */
  #entryAt({ base, columns }: AggregateInput, row: number): Entry | null {
    const { call, byValue, needsKeys } = this.#collection;
    if (!call.keepsNulls && isNull(columns[0], row)) return null;
    const read = readValue(columns[0], call.arguments[0].type, row);
    const value = read === 0 ? 0 : read;
    const keys = byValue ? [value] : [];
    for (let index = 1; index < columns.length; index++)
      keys.push(readValue(columns[index], call.arguments[index].type, row));
    return needsKeys && keys.includes(null) ? null : { seq: base + row, value, keys };
  }

  #compare(a: Entry, b: Entry): number {
    const { order } = this.#collection;
    for (let index = 0; index < order.length; index++) {
      const { descending, nullsFirst } = order[index];
      const [left, right] = [a.keys[index], b.keys[index]];
      if (left === null && right === null) continue;
      if (left === null || right === null) return (left === null) === nullsFirst ? -1 : 1;
      const compared = this.#comparators[index](left, right);
      if (compared !== 0) return descending ? -compared : compared;
    }
    return a.seq - b.seq;
  }

  /** @returns The place behind all entries that come no later. */
  #placeOf(list: readonly Entry[], entry: Entry): number {
    let low = 0;
    let high = list.length;
    if (high > 0 && this.#compare(list[high - 1], entry) <= 0) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(list[middle], entry) > 0) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** @returns Something longer than a text may be, where that is all that is known of it. */
function joinedText(list: readonly Entry[], { textOf, separator }: JoinedText): string {
  let joined = "";
  for (let index = 0; index < list.length && joined.length <= LONGEST_TEXT; index++)
    joined += (index === 0 ? "" : separator) + textOf(list[index].value);
  return joined;
}
