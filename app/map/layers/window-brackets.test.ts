import { describe, expect, test } from "vitest";
import type { QuerySummary, WindowSpec } from "../../../engine/client/types.ts";
import { handMadeMirror } from "../hand-made-mirror.ts";
import type { HandMadeRecord } from "../hand-made-trace.ts";
import { handMadeState } from "../hand-made-state.ts";
import { layOut, type Panel } from "../map-layout.ts";
import { buildScene } from "../map-scene.ts";
import type { MapState } from "../map-state.ts";
import { type MapSelection, type MapView, NOTHING_LIT, type Orientation } from "../map-types.ts";
import type { Line, Shape, Words } from "../shapes.ts";
import { drawBrackets, dropLine } from "./window-brackets.ts";
import { windowsInView } from "./window-panes.ts";

const hop: WindowSpec = { kind: "hopping", size: 15_000, advance: 5_000, offset: 0, noneBelowZero: false };

/** Seconds of event time and of arrival: #13 misses the first of its three windows and corrects the second. */
const orders: readonly HandMadeRecord[] = (
  [
    [11, 11.6],
    [14, 14.8],
    [16, 16.5],
    [19, 19.7],
    [17, 20.4],
    [22, 22.6],
    [24, 24.9],
    [23, 25.8],
    [27, 27.5],
    [29, 29.8],
    [26, 30.6],
    [32, 32.7],
    [34, 34.6],
    [21, 35.4],
  ] as const
).map(([time, arrival]) => [1_000 * time, 1_000 * arrival, 0]);

interface Options {
  readonly window?: WindowSpec;
  readonly selection?: MapSelection;
  readonly orientation?: Orientation;
  readonly partitions?: number;
  readonly all?: boolean;
}

function stateOf({ window = hop, selection = NOTHING_LIT, partitions = 1 }: Options): MapState {
  const query = {
    windowed: true,
    window,
    partitions,
    watermarkScope: "partition",
    closeDelay: 0,
    expireDelay: 5_000,
    bound: 2_000,
    allowedLateness: 5_000,
    idleTimeout: null,
  } as QuerySummary;
  const mirror = handMadeMirror(orders, { size: 0, window, bound: 2_000, lateness: 5_000 });
  return handMadeState(mirror, orders.length, query, { selection });
}

function panelOf(state: MapState, { orientation = "arrival-up", all }: Options): Panel {
  const view: MapView = { orientation, event: { from: 0, to: 50_000 }, other: { from: 0, to: 50_000 } };
  return layOut(
    { width: 943, height: 427 },
    view,
    all ? { kind: "all" } : { kind: "partition", partition: 0 },
    state.query,
  )[0]!;
}

function drawn(options: Options = {}): {
  readonly shapes: readonly Shape[];
  readonly texts: readonly string[];
} {
  const state = stateOf(options);
  const panel = panelOf(state, options);
  const { shapes } = drawBrackets(state, panel, windowsInView(state, panel));
  return { shapes, texts: shapes.filter((shape) => shape.kind === "words").map(({ text }) => text) };
}

const lines = (shapes: readonly Shape[]): Line[] => shapes.filter((shape) => shape.kind === "line");

describe("brackets of hopping windows", () => {
  test("tell of each window once what it counted and what it is", () => {
    expect(drawn().texts.toSorted()).toEqual(
      [
        "windows",
        "2 counted, expired",
        "5 counted, expired",
        "8 counted, expired",
        "10 counted, closed",
        "9 counted, open",
        "5 counted, open",
        "2 counted, open",
      ].toSorted(),
    );
  });

  test("of the chosen record are ink; one that had expired is dashed and says so", () => {
    const { shapes, texts } = drawn({ selection: { ...NOTHING_LIT, record: 13 } });
    expect(texts).toContain("8 counted, expired, without #13");
    const ink = lines(shapes).filter(({ width }) => width === 2);
    expect(ink).toHaveLength(3);
    expect(ink.filter(({ dash }) => dash !== undefined)).toHaveLength(1);
    const bold = shapes.filter((shape): shape is Words => shape.kind === "words" && shape.weight === 600);
    expect(bold).toHaveLength(3);
  });

  test("of a record that has not arrived are not told apart", () => {
    const { shapes } = drawn({ selection: { ...NOTHING_LIT, record: 99 } });
    expect(lines(shapes).filter(({ width }) => width === 2)).toHaveLength(0);
  });

  test("of all partitions tell which of them are how far", () => {
    expect(drawn({ partitions: 2, all: true }).texts).toContain("A expired");
  });

  test("stand on their side where arrival goes to the right", () => {
    const { shapes } = drawn({ orientation: "arrival-right" });
    const words = shapes.filter((shape): shape is Words => shape.kind === "words");
    expect(words.every(({ angle }) => angle === -Math.PI / 2)).toBe(true);
    expect(new Set(words.map(({ x }) => x)).size).toBe(3);
  });

  test("never leave their row", () => {
    const state = stateOf({});
    const { lane, ...panel } = panelOf(state, {});
    const { marks } = drawBrackets(state, { lane, ...panel }, windowsInView(state, { lane, ...panel }));
    for (const a of marks!)
      for (const b of marks!)
        if (a !== b && a.y === b.y)
          expect(a.x + a.width <= b.x + 0.01 || b.x + b.width <= a.x + 0.01).toBe(true);
    expect(new Set(marks!.map(({ y }) => y)).size).toBe(3);
    expect(marks!.every(({ y, height }) => y >= lane!.top && y + height <= lane!.top + lane!.height)).toBe(
      true,
    );
  });
});

test("cumulating windows lie by their length", () => {
  const window: WindowSpec = { kind: "cumulate", step: 5_000, size: 15_000, offset: 0 };
  const state = stateOf({ window });
  const panel = panelOf(state, {});
  const { marks } = drawBrackets(state, panel, windowsInView(state, panel));
  const widths = new Map(marks!.map(({ y, width }) => [y, Math.round(width)]));
  const step = panel.projection.eventScale * 5_000;
  expect([...widths].toSorted(([a], [b]) => a - b).map(([, width]) => Math.round(width / step))).toEqual([
    1, 2, 3,
  ]);
});

test("the chosen record drops a dotted line to its windows, and none where they have no rows", () => {
  const options: Options = { selection: { ...NOTHING_LIT, record: 13 } };
  const state = stateOf(options);
  const panel = panelOf(state, options);
  const [line] = dropLine(state, panel);
  expect(line!.paths[0]![3]).toBe(panel.lane!.top);
  const crowded = stateOf({ ...options, window: { ...hop, size: 100_000, advance: 1_000 } as WindowSpec });
  expect(panelOf(crowded, options).lane!.kind).toBe("ends");
  expect(dropLine(crowded, panelOf(crowded, options))).toEqual([]);
});

test("where windows overlap they have no panes: a square on the watermark at each closing", () => {
  const state = stateOf({});
  const scene = buildScene(state, [panelOf(state, {})], []);
  expect(scene.marks.filter(({ kind }) => kind === "window")).toEqual([]);
  expect(scene.marks.filter(({ kind }) => kind === "closing").map(({ end }) => end)).toEqual([
    15_000, 20_000, 25_000, 30_000,
  ]);
});

test("where windows are farther apart than they are long, the lane says that nothing is counted between them", () => {
  const state = stateOf({ window: { ...hop, size: 5_000, advance: 15_000 } as WindowSpec });
  const scene = buildScene(state, [panelOf(state, {})], []);
  const words = scene.over.flatMap(({ shapes }) => shapes).filter((shape) => shape.kind === "words");
  expect(words.filter(({ text }) => text === "in no window")).toHaveLength(3);
  expect(scene.marks.some(({ kind }) => kind === "window")).toBe(true);
});
