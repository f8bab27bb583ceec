import { expect, test } from "vitest";
import type { QuerySummary } from "../../../engine/client/types.ts";
import { handMadeMirror } from "../hand-made-mirror.ts";
import type { HandMadeRecord } from "../hand-made-trace.ts";
import { handMadeState } from "../hand-made-state.ts";
import { layOut } from "../map-layout.ts";
import type { Drawn } from "../map-state.ts";
import type { MapView, Orientation } from "../map-types.ts";
import { drawRetractions } from "./retractions.ts";
import { windowsInView } from "./window-panes.ts";

const query = { windowed: true, partitions: 1, having: true, idleTimeout: null } as QuerySummary;
/** HAVING COUNT(*) < 2: #1 and #3 take back the row of their group in [0, 10), #4 that of its group, late. */
const records: readonly HandMadeRecord[] = [
  [1_000, 1_000, 0, 0],
  [2_000, 3_000, 0, 0],
  [4_000, 5_000, 0, 1],
  [5_000, 9_000, 0, 1],
  [13_000, 13_500, 0, 0],
  [6_000, 15_000, 0, 2],
  [7_000, 17_000, 0, 2],
  [8_000, 17_050, 0, 3],
  [8_500, 17_100, 0, 3],
];

function draw(read: number, orientation: Orientation = "arrival-up", to = 20_000): Drawn {
  const mirror = handMadeMirror(records, {
    size: 10_000,
    bound: 2_000,
    lateness: 8_000,
    having: (count) => count < 2,
  });
  const state = handMadeState(mirror, read, query);
  const view: MapView = { orientation, event: { from: 0, to }, other: { from: 0, to: 20_000 } };
  const [panel] = layOut({ width: 900, height: 500 }, view, { kind: "partition", partition: 0 }, query);
  return drawRetractions(state, panel!, windowsInView(state, panel!));
}

test("each record that takes a shown row back has a sign, from that record on and not before", () => {
  expect(draw(1).marks).toEqual([]);
  expect(draw(2).marks).toMatchObject([{ kind: "retraction", seq: 1, start: 0, end: 10_000, state: "open" }]);
  expect(draw(4).marks!.map(({ seq }) => seq)).toEqual([1, 3]);
  expect(draw(7).marks!.map(({ seq, state }) => [seq, state])).toEqual([
    [1, "closed"],
    [3, "closed"],
    [6, "closed"],
  ]);
});

test("it is a minus in a box, inside the end of the pane and as high as its record", () => {
  const { shapes, marks } = draw(2);
  expect(shapes.map(({ kind }) => kind)).toEqual(["box", "line"]);
  const { x, y, width, height } = marks![0]!;
  // 56 + 828 / 2 is the end of [0, 10); 24 + 432 is arrival 0.
  expect(x + width).toBeLessThan(56 + 828 / 2);
  expect(x).toBeGreaterThan(56 + 828 / 2 - 20);
  expect(Math.abs(y + height / 2 - (456 - (432 * 3) / 20))).toBeLessThanOrEqual(1);
});

test("it stands beside its record, not on it", () => {
  const beside = draw(9, "arrival-up", 60_000).marks!.find(({ seq }) => seq === 6)!;
  const record = 56 + (828 * 7_000) / 60_000;
  expect(Math.abs(beside.x + beside.width / 2 - record)).toBeGreaterThanOrEqual(14);
});

test("of signs that would hide one another the first is drawn", () => {
  expect(draw(9).marks!.map(({ seq }) => seq)).toEqual([1, 3, 6]);
});

test("a pane that is narrower than a sign has none, a narrow one has a small one and no word", () => {
  expect(draw(2, "arrival-up", 2_000_000).marks).toEqual([]);
  expect(draw(2, "arrival-up", 600_000).marks).toMatchObject([{ width: 7 }]);
  expect(draw(2, "arrival-up", 600_000).labels).toEqual([]);
});

test.each(["arrival-up", "arrival-right", "delay-up"] as const)("there is a sign with %s", (orientation) => {
  expect(draw(2, orientation).marks).toHaveLength(1);
});

test("its last sign in a pane is named where there is room", () => {
  const words = draw(7).labels!.flatMap(({ rank, places }) =>
    places.flatMap(({ shapes }) => [rank, shapes[0]]),
  );
  expect(words).toMatchObject(["withdraws", { text: "withdraws", align: "right" }]);
});
