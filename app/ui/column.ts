import type { ReactNode } from "react";

/** The common header of some columns. */
export interface ColumnGroup {
  /** Its own: names may stand twice. */
  readonly id: number;
  readonly name: string;
}

/** One column of a table. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** The header is there for screen readers only. */
  readonly unseenHeader?: boolean;
  /** Columns of one group stand beside one another under its header, and leave together when space is short. */
  readonly group?: ColumnGroup;
  /** Shown when the header is pointed at: the type. */
  readonly hint?: string;
  readonly align?: "right";
  readonly mono?: boolean;
  /** Some cells are bold, so that they need more room. */
  readonly bold?: boolean;
  /** Dim: numbers of rows and other things that are no data. */
  readonly quiet?: boolean;
  /** What the cell says; its width follows from it. */
  readonly text: (row: Row) => string;
  /** How the cell shows it, when not as plain text. */
  readonly render?: (row: Row) => ReactNode;
  /** The whole value for the clipboard, where `text` is shortened or made pretty. */
  readonly raw?: (row: Row) => string;
  /** px that `render` adds to the text: a glyph. */
  readonly extra?: number;
  /** A text as wide as any that will come, so that the column does not grow later. */
  readonly widest?: string;
  /** See ColumnWish. */
  readonly rank?: number;
  readonly fixed?: boolean;
}
