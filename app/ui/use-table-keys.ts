import { useState, type KeyboardEvent } from "react";

interface Place {
  readonly row: number;
  readonly column: number;
}

interface TableKeysOptions {
  readonly rows: number;
  readonly columns: number;
  /** Rows that PageUp and PageDown move. */
  readonly page: number;
  readonly onMove: (row: number) => void;
  readonly onEnter: (row: number, column: number) => void;
}

export interface TableKeys {
  /** The cell that the keyboard is at; null while the table has no focus. */
  readonly active: Place | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/** The keys of a grid: arrows, Home, End, PageUp, PageDown, Enter. */
export function useTableKeys({ rows, columns, page, onMove, onEnter }: TableKeysOptions): TableKeys {
  const [place, setPlace] = useState<Place | null>(null);
  const [focused, setFocused] = useState(false);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (rows === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = place ?? { row: 0, column: 0 };
    if (event.key === "Enter") {
      if (place && event.target === event.currentTarget) {
        event.preventDefault();
        onEnter(place.row, place.column);
      }
      return;
    }
    const next = moved(at, event.key, page, place === null);
    if (next === null) return;
    event.preventDefault();
    const row = Math.min(rows - 1, Math.max(0, next.row));
    setPlace({ row, column: Math.min(columns - 1, Math.max(0, next.column)) });
    if (row !== place?.row) onMove(row);
  };

  return {
    active: focused ? place : null,
    onKeyDown,
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
  };
}

function moved({ row, column }: Place, key: string, page: number, first: boolean): Place | null {
  switch (key) {
    case "ArrowDown":
      return { row: first ? 0 : row + 1, column };
    case "ArrowUp":
      return { row: row - 1, column };
    case "ArrowRight":
      return { row, column: column + 1 };
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "PageDown":
      return { row: row + page, column };
    case "PageUp":
      return { row: row - page, column };
    case "Home":
      return { row: 0, column };
    case "End":
      return { row: Infinity, column };
    default:
      return null;
  }
}
