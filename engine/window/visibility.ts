import { DELETE, INSERT, UPDATE_AFTER } from "../data/change.ts";
import { type ColumnBuffer, createBuffer } from "../data/column-buffer.ts";
import type { DataType } from "../data/data-type.ts";
import { type Changelog, copyCell, type Having } from "../operator/changelog.ts";
import type { WindowState } from "./window-state.ts";

/** What the changelog shows of a group now. */
export const HIDDEN = 0;
export const SHOWN = 1;
/** Never printed, but its initial value passes HAVING, so a first row that fails prints a tombstone (ksqlDB). */
export const INITIALLY_PASSING = 2;

/**
 * Decides, row by row, what a group's newest result prints: `+I` when it is not shown now, `+U` after, and `-D` with
 * the values last shown (or a tombstone without values) when HAVING no longer holds. semantics.md, section 5.
 */
export class Visibility {
  readonly #having: Having | null;
  readonly #tombstones: boolean;
  readonly #lastShown: readonly ColumnBuffer[];

  /** @param types of the aggregates. @param tombstones whether a retraction carries no values. */
  constructor(types: readonly DataType[], having: Having | null, tombstones: boolean) {
    this.#having = having;
    this.#tombstones = tombstones;
    this.#lastShown = having ? types.map((type) => createBuffer(type, 0)) : [];
  }

  /**
   * Gives the rows from `from` on their kinds, and takes out those that print nothing.
   * @param slots the slot of each of these rows. @param start where the first of them stands in `slots`.
   */
  apply(rows: Changelog, from: number, state: WindowState, slots: Int32Array, start: number): void {
    const { shown } = state;
    if (this.#having === null) {
      const { kind, length } = rows;
      for (let row = from; row < length; row++) {
        const slot = slots[start + row - from]!;
        kind[row] = shown[slot] === SHOWN ? UPDATE_AFTER : INSERT;
        shown[slot] = SHOWN;
      }
      return;
    }
    for (const buffer of this.#lastShown) buffer.reserve(state.capacity);
    const passes = this.#having.test(rows, from, rows.length);
    let kept = from;
    for (let row = from; row < rows.length; row++) {
      const slot = slots[start + row - from]!;
      const was = shown[slot]!;
      if (passes[row - from] === 1) {
        rows.kind[row] = was === SHOWN ? UPDATE_AFTER : INSERT;
        shown[slot] = SHOWN;
        rows.aggregates.forEach((buffer, index) => copyCell(buffer, row, this.#lastShown[index]!, slot));
      } else {
        shown[slot] = HIDDEN;
        if (was === HIDDEN) continue;
        rows.kind[row] = DELETE;
        rows.aggregates.forEach((buffer, index) =>
          this.#tombstones ? buffer.setNull(row) : copyCell(this.#lastShown[index]!, slot, buffer, row),
        );
      }
      rows.move(row, kept++);
    }
    rows.truncate(kept);
  }
}
