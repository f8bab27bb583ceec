import { create } from "zustand";

/** The record that all panes mark, and the one to blame for it (the mover of its watermark). */
export interface Selection {
  readonly seq: number | null;
  readonly mover: number | null;
  /** Grows with every choice, also of the same record: panes scroll to it again. */
  readonly choice: number;
}

export const useSelection = create<Selection>(() => ({ seq: null, mover: null, choice: 0 }));

/** @param mover seq of the record that last moved the watermark that judged this one, or null. */
export function selectRecord(seq: number, mover: number | null = null): void {
  useSelection.setState(({ choice }) => ({ seq, mover, choice: choice + 1 }));
}

export function clearSelection(): void {
  useSelection.setState(({ choice }) => ({ seq: null, mover: null, choice }));
}
