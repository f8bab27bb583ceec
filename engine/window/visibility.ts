import { DELETE, INSERT, UPDATE_AFTER, UPDATE_BEFORE } from "../data/change.ts";
import { type ColumnBuffer, createBuffer } from "../data/column-buffer.ts";
import type { DataType } from "../data/data-type.ts";
import { type Changelog, copyCell, type Having, sameCell } from "../operator/changelog.ts";
import type { GroupSlots } from "./group-slots.ts";

/** What the changelog shows of a group now. */
export const NEW = 0;
export const SHOWN = 1;
/** Never printed, but its initial value passes HAVING, so a first row that fails prints a tombstone (ksqlDB). */
export const INITIALLY_PASSING = 2;
/** Looked at, and not shown: HAVING does not hold. */
export const HIDDEN = 3;

/** How a preset prints changes of a group (semantics.md, section 7). */
export interface PrintingRules {
  /** An update is -U with the old values, then +U; else +U alone. */
  readonly updateBefore: boolean;
  /** A result equal to the one shown prints all the same. */
  readonly unchangedEmits: boolean;
  /** What leaves when HAVING no longer holds: -D with the values last shown, -D without values, or -U. */
  readonly havingExit: "delete" | "tombstone" | "update-before";
}

/**
 * Decides, row by row, what a group's newest result prints: `+I` when it is not shown now, an update after, and a
 * retraction when HAVING no longer holds. semantics.md, section 5.
 */
export class Visibility {
  readonly #having: Having | null;
  readonly #rules: PrintingRules;
  readonly #onWithdrawn: ((slot: number, cause: number) => void) | null;
  readonly #remembers: boolean;
  /** Of each aggregate what is shown of each slot; none where nobody asks. */
  readonly lastShown: readonly ColumnBuffer[];

  /**
   * @param types of the aggregates.
   * @param onWithdrawn told of each shown row that HAVING takes back: its slot, and the seq that is the cause.
   * @param retracts whether `retract` is to be called.
   */
  constructor(
    types: readonly DataType[],
    having: Having | null,
    rules: PrintingRules,
    onWithdrawn: ((slot: number, cause: number) => void) | null = null,
    retracts: boolean = false,
  ) {
    this.#having = having;
    this.#rules = rules;
    this.#onWithdrawn = onWithdrawn;
    const asksValues = retracts && rules.havingExit !== "tombstone";
    this.#remembers = having !== null || rules.updateBefore || !rules.unchangedEmits || asksValues;
    this.lastShown = this.#remembers ? types.map((type) => createBuffer(type, 0)) : [];
  }

  /**
   * Gives the rows from `from` on their kinds, takes out those that print nothing, and makes two of an update that is
   * printed as what was and what is.
   * @param slots the slot of each of these rows. @param start where the first of them stands in `slots`.
   */
  apply(rows: Changelog, from: number, state: GroupSlots, slots: Int32Array, start: number): void {
    const { shown } = state;
    if (!this.#remembers) {
      const { kind, length } = rows;
      for (let row = from; row < length; row++) {
        const slot = slots[start + row - from]!;
        kind[row] = shown[slot] === SHOWN ? UPDATE_AFTER : INSERT;
        shown[slot] = SHOWN;
      }
      return;
    }
    for (const buffer of this.lastShown) buffer.reserve(state.capacity);
    const passes = this.#having?.test(rows, from, rows.length) ?? null;
    const count = rows.length - from;
    // Each row may become two, so what is read stands behind the place of the last one written.
    const source = this.#rules.updateBefore ? from + count : from;
    rows.moveBack(from, source - from);
    let kept = from;
    for (let i = 0; i < count; i++) {
      const row = source + i;
      const slot = slots[start + i]!;
      const wasShown = shown[slot] === SHOWN;
      const prints =
        passes === null || passes[i] === 1
          ? this.#show(rows, row, slot, shown)
          : this.#hide(rows, row, slot, shown);
      if (!prints) continue;
      const kind = rows.kind[row]!;
      if (kind === UPDATE_AFTER && wasShown && this.#rules.updateBefore)
        this.#writeBefore(rows, row, kept++, slot);
      rows.move(row, kept);
      if (kind === INSERT || kind === UPDATE_AFTER) this.#remember(rows, kept, slot);
      kept++;
    }
    rows.truncate(kept);
  }

  /** Makes the rows from `from` on retractions of what is shown of these slots, whatever HAVING says: nothing is then. */
  retract(rows: Changelog, from: number, state: GroupSlots, slots: Int32Array): void {
    for (let i = 0; i < slots.length; i++) {
      rows.kind[from + i] = DELETE;
      this.#writeLast(rows, from + i, slots[i]!);
      state.shown[slots[i]!] = NEW;
    }
  }

  #show(rows: Changelog, row: number, slot: number, shown: Uint8Array): boolean {
    const was = shown[slot]!;
    shown[slot] = SHOWN;
    const reenters = was === HIDDEN && this.#rules.havingExit === "update-before";
    rows.kind[row] = was === SHOWN || reenters ? UPDATE_AFTER : INSERT;
    return this.#rules.unchangedEmits || was !== SHOWN || !this.#isUnchanged(rows, row, slot);
  }

  #hide(rows: Changelog, row: number, slot: number, shown: Uint8Array): boolean {
    const was = shown[slot]!;
    shown[slot] = HIDDEN;
    if (was !== SHOWN && was !== INITIALLY_PASSING) return false;
    if (was === SHOWN) this.#onWithdrawn?.(slot, rows.cause[row]!);
    rows.kind[row] = this.#rules.havingExit === "update-before" ? UPDATE_BEFORE : DELETE;
    this.#writeLast(rows, row, slot);
    return true;
  }

  /** Writes what a retraction tells: the values last shown, or none. */
  #writeLast(rows: Changelog, row: number, slot: number): void {
    const isEmpty = this.#rules.havingExit === "tombstone";
    rows.aggregates.forEach((buffer, index) =>
      isEmpty ? buffer.setNull(row) : copyCell(this.lastShown[index]!, slot, buffer, row),
    );
  }

  /** Writes what was shown before the update in `row` to the place in front of it. */
  #writeBefore(rows: Changelog, row: number, to: number, slot: number): void {
    rows.move(row, to);
    rows.kind[to] = UPDATE_BEFORE;
    rows.aggregates.forEach((buffer, index) => copyCell(this.lastShown[index]!, slot, buffer, to));
  }

  #remember(rows: Changelog, row: number, slot: number): void {
    rows.aggregates.forEach((buffer, index) => copyCell(buffer, row, this.lastShown[index]!, slot));
  }

  #isUnchanged(rows: Changelog, row: number, slot: number): boolean {
    return rows.aggregates.every((buffer, index) => sameCell(buffer, row, this.lastShown[index]!, slot));
  }
}
