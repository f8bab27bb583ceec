import { expect, test } from "vitest";
import { BIN, binAlpha, DensityGrid } from "./density-grid.ts";

test("records that share a square are one bin, coloured by the worst of them: a drop never disappears", () => {
  const grid = new DensityGrid();
  for (let i = 0; i < 1_000; i++) grid.add({ x: 3, y: 3, verdict: "counted" });
  grid.add({ x: BIN - 1, y: 0, verdict: "dropped" });
  for (let i = 0; i < 1_000; i++) grid.add({ x: 3, y: 3, verdict: "counted late" });
  expect([...grid.bins]).toMatchObject([{ x: 0, y: 0, count: 2_001, worst: "dropped" }]);
});

test("neighbours in other squares are other bins", () => {
  const grid = new DensityGrid();
  grid.add({ x: BIN, y: 0, verdict: "counted" });
  grid.add({ x: BIN - 0.1, y: 0, verdict: "counted" });
  expect([...grid.bins]).toHaveLength(2);
});

test("only bins that changed are painted again", () => {
  const grid = new DensityGrid();
  grid.add({ x: 0, y: 0, verdict: "counted" });
  expect([...grid.takeChanged()]).toHaveLength(1);
  expect([...grid.takeChanged()]).toHaveLength(0);
  grid.add({ x: 100, y: 0, verdict: "counted" });
  expect([...grid.takeChanged()]).toMatchObject([{ x: 96, y: 0, count: 1, worst: "counted" }]);
});

test("a bin is the stronger the more it holds; late and dropped ones have full strength", () => {
  const bin = { x: 0, y: 0, worst: "counted" } as const;
  expect(binAlpha({ ...bin, count: 1 })).toBeLessThan(binAlpha({ ...bin, count: 5 }));
  expect(binAlpha({ ...bin, count: 5 })).toBeLessThan(binAlpha({ ...bin, count: 50 }));
  expect(binAlpha({ ...bin, count: 1, worst: "dropped" })).toBe(1);
});

test("a record that is taken back leaves the bin as if it had never come", () => {
  const grid = new DensityGrid();
  const at = (verdict: "counted" | "dropped" | "counted late") => ({ x: 13, y: 7, verdict });
  grid.add(at("counted"));
  grid.add(at("dropped"));
  grid.add(at("counted late"));
  grid.remove(at("dropped"));
  expect([...grid.bins]).toMatchObject([{ x: 12, y: 6, count: 2, worst: "counted late" }]);
  grid.remove(at("counted late"));
  expect([...grid.bins]).toMatchObject([{ count: 1, worst: "counted" }]);
  grid.takeChanged();
  grid.remove(at("counted"));
  expect([...grid.bins]).toEqual([]);
  expect([...grid.takeChanged()]).toMatchObject([{ x: 12, y: 6, count: 0 }]);
});
