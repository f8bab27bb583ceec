import { describe, expect, test } from "vitest";
import { scrollTopOf, tableWindow } from "./table-window.ts";

const small = { count: 100, rowHeight: 24, room: 250 };
const huge = { count: 20_000_000, rowHeight: 24, room: 250 };

describe.each([
  ["100 rows", small],
  ["20 million rows", huge],
])("of %s", (_, table) => {
  test("every row can be brought to the top, and stands there whole", () => {
    for (const row of [0, 1, Math.floor(table.count / 3), table.count - 10]) {
      const scrollTop = scrollTopOf(row, table);
      const window = tableWindow({ ...table, scrollTop });
      expect(window.first).toBe(row);
      expect(window.topOf(row) - scrollTop).toBeCloseTo(0, 3);
    }
  });

  test("the last scroll position shows the last rows, all of them whole", () => {
    const scrollTop = scrollTopOf(Infinity, table);
    const window = tableWindow({ ...table, scrollTop });
    expect(window.first + window.fits).toBe(table.count);
    expect(window.topOf(table.count - 1) + 24 - scrollTop).toBeLessThanOrEqual(table.room);
    expect(scrollTop + table.room).toBeCloseTo(window.height, 3);
  });
});

test("the body never grows beyond what browsers lay out exactly", () => {
  expect(tableWindow({ ...huge, scrollTop: 0 }).height).toBeLessThanOrEqual(24_000_000);
});

test("rows that all fit stand still", () => {
  expect(scrollTopOf(Infinity, { count: 3, rowHeight: 24, room: 250 })).toBe(0);
  expect(tableWindow({ count: 0, rowHeight: 24, room: 250, scrollTop: 0 }).first).toBe(0);
});
