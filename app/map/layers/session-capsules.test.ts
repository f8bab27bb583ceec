import { describe, expect, test } from "vitest";
import type { QuerySummary } from "../../../engine/client/types.ts";
import type { HandMadeRecord } from "../hand-made-trace.ts";
import { handMadeSessions } from "../hand-made-sessions.ts";
import { handMadeState } from "../hand-made-state.ts";
import { layOut, type Panel } from "../map-layout.ts";
import { buildScene, type Scene } from "../map-scene.ts";
import type { MapState } from "../map-state.ts";
import { type MapSelection, type MapView, NOTHING_LIT } from "../map-types.ts";
import type { Shape } from "../shapes.ts";

/** Clicks of ben, and one of ana at the same time; seconds. The fifth of ben makes two sessions one. */
const clicks: readonly HandMadeRecord[] = (
  [
    [2, 2.6, 0],
    [5, 5.5, 0],
    [13, 13.4, 0],
    [14.5, 15, 0],
    [9, 16.2, 0],
    [17, 17.6, 0],
    [17.5, 18, 1],
    [29, 29.5, 0],
    [16, 32.2, 0],
    [35, 35.6, 0],
  ] as const
).map(([time, arrival, key]) => [1_000 * time, 1_000 * arrival, 0, key]);

const query = {
  windowed: true,
  window: { kind: "session", gap: 5_000, touchingJoins: true, shownEnd: "last+gap" },
  partitions: 1,
  watermarkScope: "partition",
  closeDelay: 1,
  expireDelay: 5_000,
  bound: 6_000,
  allowedLateness: 5_000,
  idleTimeout: null,
  rowsAtClose: true,
} as QuerySummary;

function shown(
  read: number,
  selection: MapSelection = NOTHING_LIT,
  size = { width: 943, height: 427 },
): { readonly scene: Scene; readonly panel: Panel; readonly state: MapState } {
  const mirror = handMadeSessions(clicks, { gap: 5_000, bound: 6_000, lateness: 5_000 }, ["ben", "ana"]);
  const view: MapView = {
    orientation: "arrival-up",
    event: { from: 0, to: 46_000 },
    other: { from: 0, to: 54_000 },
  };
  const state = handMadeState(mirror, read, query, { selection });
  const focus = { kind: "partition", partition: 0 } as const;
  const [panel] = layOut(size, view, focus, {
    ...query,
    groups: mirror.sessionGroups,
  });
  return { scene: buildScene(state, [panel!], []), panel: panel!, state };
}

function textsOf({ over }: Scene): string[] {
  return over.flatMap(({ shapes }) =>
    shapes.flatMap((shape) => (shape.kind === "words" ? [shape.text] : [])),
  );
}

const underOf = ({ under }: Scene): Shape[] => under.flatMap(({ shapes }) => shapes);

describe("capsules", () => {
  test("lie where the session's bounds are: a mark from its first record to now", () => {
    const { scene, panel } = shown(2);
    const [mark] = scene.marks.filter(({ kind }) => kind === "window");
    expect(mark).toMatchObject({ start: 2_000, end: 10_000, state: "open", key: 0 });
    expect(mark!.y + mark!.height).toBeCloseTo(panel.projection.y(2_000, 2_600), 6);
  });

  test("a record that makes two sessions one draws a line over the joined width, and says so", () => {
    const { scene, panel } = shown(5);
    const merges = scene.marks.filter(({ kind }) => kind === "merge");
    expect(merges.map(({ seq, start, end }) => [seq, start, end])).toEqual([[4, 2_000, 19_500]]);
    expect(merges[0]!.width).toBeCloseTo(17_500 * panel.projection.eventScale, 6);
    expect(textsOf(scene)).toContain("merge");
    expect(shown(4).scene.marks.some(({ kind }) => kind === "merge")).toBe(false);
  });

  test("the one that went into another ends there", () => {
    const { scene, panel } = shown(8);
    const gone = scene.marks.find(({ kind, start }) => kind === "window" && start === 13_000)!;
    expect(gone.y).toBeCloseTo(panel.projection.y(0, 16_200), 6);
  });

  test("close, are corrected and expire as panes do", () => {
    const kinds = (read: number): string[] =>
      shown(read)
        .scene.marks.filter(({ kind }) => kind === "correction" || kind === "expiry")
        .map(({ kind, key }) => `${kind} ${key}`);
    expect(kinds(8)).toEqual([]);
    expect(kinds(9)).toEqual(["correction 0"]);
    expect(kinds(10)).toContain("expiry 0");
    expect(textsOf(shown(10).scene)).toContain("corrects");
  });

  test("of another group than the chosen one are outlines alone", () => {
    const fills = (record: number): unknown[] =>
      underOf(shown(8, { ...NOTHING_LIT, record }).scene).flatMap((shape) =>
        shape.kind === "area" && (shape.fill === "on-time" || typeof shape.fill === "object")
          ? [shape.fill]
          : [],
      );
    expect(fills(6)).toEqual(["on-time"]);
    expect(fills(5)).toEqual(["on-time", { hatch: "early" }]);
  });
});

describe("the lane of sessions", () => {
  test("has a row for each group, named in the margin", () => {
    const { scene, panel } = shown(7);
    expect(panel.lane).toMatchObject({ kind: "capsules", rows: 2 });
    expect(textsOf(scene)).toEqual(expect.arrayContaining(["ben", "ana", "6 counted, open", "1, open"]));
  });

  test("names a group once on a phone too: in the margin, not in place of a state that does not fit", () => {
    const { scene, panel } = shown(3, NOTHING_LIT, { width: 300, height: 420 });
    expect(panel.terse).toBe(true);
    const words = textsOf(scene);
    expect(words.filter((text) => text.startsWith("ben"))).toEqual(["ben"]);
    expect(words).toEqual(expect.arrayContaining(["open", "1"]));
  });

  test("shows sessions as they are: not those that went into others", () => {
    const { scene } = shown(7);
    const cells = scene.marks.filter(({ kind, start }) => kind === "label" && start !== undefined);
    expect(cells.map(({ start, end, key }) => [start, end, key])).toEqual([
      [2_000, 22_000, 0],
      [17_500, 22_500, 1],
    ]);
  });

  test("a session is the chosen one whichever of its bounds was chosen", () => {
    const window = { partition: 0, start: 2_000, end: 10_000, key: 0 };
    const { scene } = shown(7, { ...NOTHING_LIT, window });
    const bold = scene.over
      .flatMap(({ shapes }) => shapes)
      .filter((shape) => shape.kind === "words" && shape.weight === 600 && shape.text.includes("counted"));
    expect(bold).toHaveLength(1);
  });
});
