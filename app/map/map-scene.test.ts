import { beforeAll, describe, expect, test } from "vitest";
import type { QuerySummary } from "../../engine/client/types.ts";
import { readValue } from "../../engine/data/column.ts";
import { lateOrdersQuietPartition } from "../../engine/source/samples/late-orders-quiet-partition.ts";
import { clockFor } from "../words/clock.ts";
import { nowAt } from "./clock-steps.ts";
import { handMadeMirror } from "./hand-made-mirror.ts";
import type { HandMadeRecord } from "./hand-made-trace.ts";
import { handMadeState } from "./hand-made-state.ts";
import { IdleIndex } from "./idle-spans.ts";
import { layOut } from "./map-layout.ts";
import { buildScene } from "./map-scene.ts";
import type { MapState } from "./map-state.ts";
import { ALL_LAYERS, type Focus, type MapView, NOTHING_LIT, type VisibleMark } from "./map-types.ts";
import { fitView } from "./map-view.ts";
import { spotsIn } from "./record-marks.ts";
import type { Shape, Words } from "./shapes.ts";
import { WindowIndex } from "./windows-at.ts";

const rules = { size: 10_000, bound: 2_000, lateness: 5_000, ends: true };
const partitionOf: Record<string, number> = { berlin: 0, osaka: 0, sofia: 1, kyoto: 1, lima: 2 };
const query = {
  windowed: true,
  window: { kind: "tumbling", size: 10_000, offset: 0 },
  windowSize: 10_000,
  partitions: 3,
  bound: 2_000,
  allowedLateness: 5_000,
  closeDelay: 0,
  expireDelay: 5_000,
  idleTimeout: 10_000,
  watermarkScope: "partition",
  rowsAtClose: true,
} as QuerySummary;

let records: readonly HandMadeRecord[] = [];
beforeAll(async () => {
  const { description } = lateOrdersQuietPartition;
  const chunks = lateOrdersQuietPartition.open(() => Promise.reject(new Error("no file is needed")));
  const read: HandMadeRecord[] = [];
  for await (const { batch } of chunks)
    for (let row = 0; row < batch.length; row++) {
      const value = (column: number): unknown =>
        readValue(batch.columns[column]!, description.stream.schema[column]!.type, row);
      const city = value(2) as string;
      const key = Object.keys(partitionOf).indexOf(city);
      read.push([value(0) as number, value(1) as number, partitionOf[city]!, key]);
    }
  records = read;
});

interface Shown {
  readonly words: readonly Words[];
  readonly shapes: readonly Shape[];
  readonly marks: readonly VisibleMark[];
}

const fitOptions = { orientation: "arrival-up", window: query.window, lastArrival: null } as const;
const B: Focus = { kind: "partition", partition: 1 };

/** The sample "Late orders, one quiet partition" as the map shows it. */
function show(
  read: number,
  focus: Focus,
  more: Partial<MapState> = {},
  size = { width: 943, height: 427 },
): Shown {
  const mirror = handMadeMirror(records, rules);
  const [windows, idle] = [new WindowIndex(), new IdleIndex()];
  windows.update(mirror, read);
  idle.update(mirror, read, query.idleTimeout);
  const position = { read, ended: false };
  const state: MapState = {
    mirror,
    windows,
    idle,
    position,
    now: nowAt(mirror, position),
    query,
    clock: clockFor(1_300, 58_800),
    noun: "order",
    selection: NOTHING_LIT,
    layers: ALL_LAYERS,
    coming: true,
    measure: (text, letters) => text.length * letters * 0.55,
    ...more,
  };
  const view: MapView = fitView(mirror, fitOptions)!;
  const panels = layOut(size, view, focus, query);
  const spots = panels.map(({ projection, partition, title }) => [
    ...spotsIn(
      mirror,
      { projection, partition, alone: title !== null },
      { from: 0, to: read, arrived: true },
    ),
  ]);
  const { under, over, marks } = buildScene(state, panels, spots);
  const shapes = [...under, ...over].flatMap((layer) => layer.shapes);
  return { shapes, marks, words: shapes.filter((shape) => shape.kind === "words") };
}

function textsOf({ words }: Shown): string[] {
  return words.map(({ text }) => text);
}

describe("the map at position 42, partition B in focus, order #28 selected", () => {
  const chosen = { selection: { ...NOTHING_LIT, record: 28, culprit: 25 } };

  test("measures how far the dropped order was behind the watermark, and tags it and the one to blame", () => {
    const texts = textsOf(show(42, B, chosen));
    expect(texts).toEqual(expect.arrayContaining(["8.9 s behind", "#28", "#25"]));
  });

  test("says at each pane what happened: rows at the closing, corrections, expiry", () => {
    const texts = textsOf(show(42, B));
    expect(texts.filter((text) => text === "closes: 2 rows")).toHaveLength(4);
    expect(texts.filter((text) => text === "expired")).toHaveLength(3);
    expect(texts).toContain("corrects");
  });

  test("the lane counts each window and names its state", () => {
    const texts = textsOf(show(42, B));
    expect(texts.filter((text) => /counted/.test(text))).toEqual([
      "5 counted, expired",
      "4 counted, expired",
      "4 counted, expired",
      "3 counted, closed",
      "2 counted, open",
    ]);
  });

  test("the key states each comparison", () => {
    expect(textsOf(show(42, B))).toEqual(
      expect.arrayContaining([
        "watermark of B: newest order time − 2 s",
        "watermark − 5 s of lateness",
        "window closes: watermark ≥ end",
        "window expired: watermark ≥ end + 5 s",
      ]),
    );
  });

  test("now is a line across and a chip with its time; no tick word stands under the chip", () => {
    const shown = show(42, B);
    expect(shown.marks.filter(({ kind }) => kind === "now")).toHaveLength(1);
    const chip = shown.words.find(({ text }) => text === "00:46.8")!;
    const near = shown.words.filter(
      ({ align, x, y }) => align === "right" && x < 56 && Math.abs(y - chip.y) < 14,
    );
    expect(near).toEqual([]);
  });

  test("a letter stands at each watermark, at least 20 px from the next, and the silent partition is called idle", () => {
    const shown = show(42, B);
    const heads = shown.marks.filter(({ kind }) => kind === "head");
    expect(heads.map(({ text }) => text)).toEqual(["C", "B", "A"]);
    for (let i = 1; i < heads.length; i++) expect(heads[i]!.x - heads[i - 1]!.x).toBeGreaterThanOrEqual(20);
    expect(textsOf(shown)).toContain("idle");
  });
});

describe("nothing is said before it is true", () => {
  test("at the start there is no window, no watermark, no key", () => {
    const shown = show(0, B);
    expect(shown.marks.filter(({ kind }) => kind === "window" || kind === "head")).toEqual([]);
    expect(textsOf(shown).some((text) => text.includes("watermark"))).toBe(false);
  });

  test("the key names a line only once it can be seen", () => {
    const texts = textsOf(show(6, B));
    expect(texts).toContain("watermark of B: newest order time − 2 s");
    expect(texts.some((text) => text.startsWith("window closes"))).toBe(false);
  });

  test("layers that are not on are not drawn", () => {
    const none = {
      ground: false,
      diagonal: false,
      windows: false,
      watermarks: false,
      lateness: false,
      keyToLines: false,
      edgeWords: false,
      otherClocks: false,
    };
    const shown = show(42, B, { layers: none });
    expect(shown.marks.map(({ kind }) => kind).filter((kind) => kind !== "label")).toEqual(["now"]);
    expect(textsOf(shown)).not.toContain("no delay");
  });
});

test("all partitions: no panes, and the lane says whose window is how far", () => {
  const shown = show(42, { kind: "all" });
  expect(shown.marks.filter(({ kind }) => kind === "window")).toEqual([]);
  expect(textsOf(shown)).toEqual(
    expect.arrayContaining(["A B C expired", "A B expired, C closed", "in all"]),
  );
});

test("a split has one panel for each partition, with its own letter and lane", () => {
  const shown = show(42, { kind: "split" });
  expect(shown.words.filter(({ weight, y }) => weight === 600 && y === 12).map(({ text }) => text)).toEqual([
    "A",
    "B",
    "C",
  ]);
  expect(shown.marks.filter(({ kind }) => kind === "head").map(({ text }) => text)).toEqual(["A", "B", "C"]);
});

test("on a phone there are no words in panes and no numbers; the lane still says the state", () => {
  const texts = textsOf(show(42, B, {}, { width: 390, height: 390 }));
  expect(texts).not.toContain("corrects");
  expect(texts).toEqual(expect.arrayContaining(["closed", "open"]));
});

test("a chosen window is named by corners around its whole life, and in the lane", () => {
  const named = { selection: { ...NOTHING_LIT, window: { partition: 1, start: 10_000, end: 20_000 } } };
  const brackets = ({ shapes }: Shown): number =>
    shapes.filter((shape) => shape.kind === "line" && shape.width === 2 && shape.paths.length === 4).length;
  expect(brackets(show(42, B, named)) - brackets(show(42, B))).toBe(1);
});

test("with all partitions in focus rows that were taken back have their signs, though nothing has panes", () => {
  const having = { ...query, having: true, watermarkScope: "partition" } as QuerySummary;
  const orders: readonly HandMadeRecord[] = [
    [1_000, 1_000, 0, 0],
    [2_000, 3_000, 0, 0],
    [4_000, 5_000, 1, 1],
    [5_000, 9_000, 1, 1],
  ];
  const mirror = handMadeMirror(orders, { ...rules, having: (count) => count < 2 });
  const state = handMadeState(mirror, 4, having);
  const panels = layOut({ width: 943, height: 427 }, fitView(mirror, fitOptions)!, { kind: "all" }, having);
  const { marks } = buildScene(state, panels, []);
  expect(
    marks.flatMap(({ kind, seq, partition }) => (kind === "retraction" ? [[seq, partition]] : [])),
  ).toEqual([
    [1, 0],
    [3, 1],
  ]);
  expect(marks.some(({ kind }) => kind === "window")).toBe(false);
});
