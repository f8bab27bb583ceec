import type { ClipboardEvent } from "react";
import type { Column } from "./column.ts";

/** Puts a row on the clipboard as one line of tab-separated values; what the visitor has marked as text goes first. */
export function copyRow<Row>(event: ClipboardEvent, columns: readonly Column<Row>[], row: Row): void {
  if (document.getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  event.clipboardData.setData("text/plain", rowAsTsv(columns, row));
}

/** @returns The cells that hold text, parted by tabs; tabs and line ends inside a cell become spaces. */
export function rowAsTsv<Row>(columns: readonly Column<Row>[], row: Row): string {
  return columns
    .filter(({ unseenHeader }) => unseenHeader !== true)
    .map(({ raw, text }) => (raw ?? text)(row).replace(/[\t\r\n]+/g, " "))
    .join("\t");
}
