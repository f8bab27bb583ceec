import { expect, test } from "vitest";
import type { Column } from "./column.ts";
import { rowAsTsv } from "./copy-row.ts";

const columns: readonly Column<number>[] = [
  { id: "mark", header: "mark", unseenHeader: true, text: () => "" },
  { id: "seq", header: "#", text: (n) => `#${n}` },
  { id: "amount", header: "amount", text: () => "0.333", raw: () => "0.3333333333333333" },
  { id: "note", header: "note", text: () => "two\tcells\r\nand lines" },
];

test("a row is copied as one line: whole values, no glyphs, and no cell that breaks it", () => {
  expect(rowAsTsv(columns, 28)).toBe("#28\t0.3333333333333333\ttwo cells and lines");
});
