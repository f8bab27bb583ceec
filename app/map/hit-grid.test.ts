import { expect, test } from "vitest";
import { createHitGrid } from "./hit-grid.ts";
import type { VisibleMark } from "./map-types.ts";

/** A record 10 px wide whose middle is (x, y). */
function record(seq: number, x: number, y: number): VisibleMark {
  return { kind: "record", seq, x: x - 5, y: y - 5, width: 10, height: 10 };
}

test("the record whose middle is nearest is hit, within 12 px", () => {
  const grid = createHitGrid([record(1, 100, 100), record(2, 110, 100)]);
  expect(grid.nearest(104, 100)?.seq).toBe(1);
  expect(grid.nearest(106, 100)?.seq).toBe(2);
  expect(grid.nearest(122, 100)?.seq).toBe(2);
  expect(grid.nearest(122.1, 100)).toBeNull();
  expect(grid.nearest(100, 87.9)).toBeNull();
});

test("of records on one another the last one is hit: it is drawn on top", () => {
  const grid = createHitGrid([record(1, 50, 50), record(2, 50, 50)]);
  expect(grid.nearest(50, 50)?.seq).toBe(2);
});

test("points beside the canvas, and a canvas without marks, hit nothing and do not throw", () => {
  expect(createHitGrid([]).nearest(10, 10)).toBeNull();
  const grid = createHitGrid([record(1, 3, 3), record(2, -4, 8)]);
  expect(grid.nearest(-5, 3)?.seq).toBe(2);
  expect(grid.nearest(-500, -500)).toBeNull();
  expect(grid.nearest(1e9, 1e9)).toBeNull();
});

test("it finds what looking at every mark finds", () => {
  let seed = 7;
  const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const marks = Array.from({ length: 3_000 }, (_, seq) => record(seq, random() * 900, random() * 400));
  const grid = createHitGrid(marks);
  for (let i = 0; i < 500; i++) {
    const [x, y] = [random() * 920 - 10, random() * 420 - 10];
    const distance = (mark: VisibleMark): number => Math.hypot(mark.x + 5 - x, mark.y + 5 - y);
    const nearest = marks.reduce((best, mark) => (distance(mark) < distance(best) ? mark : best));
    expect(grid.nearest(x, y)?.seq ?? null).toBe(distance(nearest) <= 12 ? nearest.seq : null);
  }
});
