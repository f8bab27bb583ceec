import { create } from "zustand";
import type { WindowName } from "../../engine/client/types.ts";

/** What the visitor points at; all panes show it, none has a choice of its own. */
export type Target =
  | { readonly kind: "record"; readonly seq: number }
  /** A row of the changelog by its index. */
  | { readonly kind: "row"; readonly row: number }
  | WindowTarget;

/** A window; a session by the id of its group key too, and by any of the bounds that it had. */
export interface WindowTarget extends WindowName {
  readonly kind: "window";
}

export interface Selection {
  /** Chosen: stays until another is chosen or Escape is pressed. */
  readonly target: Target | null;
  /** Under the pointer, on the map alone: shown, not chosen. */
  readonly hovered: Target | null;
  /** Grows with every choice, also of the same target: panes scroll to it again. */
  readonly choice: number;
}

export const useSelection = create<Selection>(() => ({ target: null, hovered: null, choice: 0 }));

export function select(target: Target): void {
  useSelection.setState(({ choice }) => ({ target, hovered: null, choice: choice + 1 }));
}

export function selectRecord(seq: number): void {
  select({ kind: "record", seq });
}

export function selectRow(row: number): void {
  select({ kind: "row", row });
}

export function hover(target: Target | null): void {
  useSelection.setState({ hovered: target });
}

export function clearSelection(): void {
  useSelection.setState({ target: null, hovered: null });
}

/** Seq of the chosen record, or null when something else is chosen. */
export function chosenRecord({ target }: Selection): number | null {
  return target?.kind === "record" ? target.seq : null;
}

/** What is looked at: what lies under the pointer, else what was chosen. */
export function lookedAt({ target, hovered }: Selection): Target | null {
  return hovered ?? target;
}

/** Whether two targets name the same thing. */
export function sameTarget(a: Target | null, b: Target | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === "record") return b.kind === "record" && a.seq === b.seq;
  if (a.kind === "row") return b.kind === "row" && a.row === b.row;
  return b.kind === "window" && sameWindow(a, b);
}

/** Whether two names are of the same window. */
export function sameWindow(a: WindowName, b: WindowName): boolean {
  return a.start === b.start && a.end === b.end && a.partition === b.partition && a.key === b.key;
}

/** The choice of a window: its name and nothing else of it. */
export function windowTarget({ partition, start, end, key }: WindowName): WindowTarget {
  return { kind: "window", partition, start, end, ...(key !== undefined && { key }) };
}
