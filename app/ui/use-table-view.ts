import { useEffect, useRef, useState } from "react";
import { onNextFrame } from "../engine/next-frame.ts";
import { createPuller, type Puller } from "../engine/puller.ts";
import type { Column } from "./column.ts";
import { measureText } from "./measure-text.ts";

/** Rows that arrived together with the count they belong to, and the widths that columns have needed so far. */
export interface TableView<Row> {
  readonly count: number;
  /** Of what it was pulled for; null: of nothing yet. */
  readonly stamp: string | null;
  /** Index of the first of `rows`. */
  readonly from: number;
  readonly rows: readonly Row[];
  /** px a column, padding not included; they only grow while the columns stay. */
  readonly widths: readonly number[];
  readonly isStep: (row: Row) => boolean;
  readonly following: number | null;
}

export interface TableSource<Row> {
  readonly columns: readonly Column<Row>[];
  /** Number of rows there are. */
  readonly count: number;
  /** Changes whenever rows may have changed. */
  readonly stamp: string;
  /** Rows [from, to), clipped to those there are. */
  readonly pull: (from: number, to: number) => Promise<readonly Row[]>;
  /** A row to keep in sight as rows come: the last, or the newest arrived. Null: the visitor has scrolled away. */
  readonly following: number | null;
  /** Whether a row is part of the step that was made last; changes with the rows it is asked about. */
  readonly isStep?: (row: Row) => boolean;
}

interface Wish<Row> extends TableSource<Row> {
  readonly isStep: (row: Row) => boolean;
  readonly from: number;
  readonly to: number;
}

/** ms in which a state must follow that explains why rows are lacking. */
const PATIENCE = 200;

const noStep = (): boolean => false;

/**
 * Pulls what is in sight, one question at a time; count, rows, widths, step and scrolling change together, so nothing flickers.
 * A table whose columns change in number is another table: give it another `key`.
 */
export function useTableView<Row>(source: TableSource<Row>, from: number, to: number): TableView<Row> {
  const { columns, count, stamp, pull, following, isStep = noStep } = source;
  const [view, setView] = useState<TableView<Row>>(() => ({
    count: 0,
    stamp: null,
    from: 0,
    rows: [],
    widths: headerWidths(columns),
    isStep,
    following: null,
  }));
  const puller = useRef<Puller<Wish<Row>> | null>(null);
  const newest = useRef<Wish<Row> | null>(null);

  useEffect(() => {
    const made = createPuller<Wish<Row>, readonly Row[]>(
      (wish) => wish.pull(wish.from, wish.to),
      (pulled, wish) => {
        const rows = pulled.slice(0, Math.max(0, wish.count - wish.from));
        const show = (): void =>
          setView((old) => ({
            count: wish.count,
            stamp: wish.stamp,
            from: wish.from,
            rows,
            widths: grow(old.widths, wish.columns, rows),
            isStep: wish.isStep,
            following: wish.following,
          }));
        const lacks = rows.length < Math.min(wish.to, wish.count) - wish.from;
        if (!lacks) onNextFrame(show);
        // The position went back in between: the state that says so, and rows without holes, are under way.
        else setTimeout(() => newest.current === wish && show(), PATIENCE);
      },
    );
    puller.current = made;
    return () => made.stop();
  }, []);

  useEffect(() => {
    newest.current = { columns, count, stamp, pull, following, isStep, from, to };
    puller.current?.want(newest.current);
  }, [columns, count, stamp, pull, following, isStep, from, to]);

  return view;
}

function headerWidths<Row>(columns: readonly Column<Row>[]): readonly number[] {
  return columns.map((column) =>
    Math.max(
      column.unseenHeader ? 0 : measureText(column.header, 500),
      column.widest === undefined ? 0 : measureText(column.widest, 400) + (column.extra ?? 0),
      column.extra ?? 0,
    ),
  );
}

function grow<Row>(
  widths: readonly number[],
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): readonly number[] {
  const grown = columns.map(({ text, extra = 0, mono, bold }, index) =>
    rows.reduce(
      (widest, row) => Math.max(widest, measureText(text(row), mono || bold ? 600 : 400) + extra),
      widths[index],
    ),
  );
  return grown.some((width, index) => width > widths[index]) ? grown : widths;
}
