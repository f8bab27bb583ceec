import { describe, expect, test } from "vitest";
import { project, type Rect } from "../map/projection.ts";
import { clockFor } from "../words/clock.ts";
import { anchorOf, groundOf } from "./first-ground.ts";
import { firstSeqs, stagesAt } from "./layers-at.ts";
import { lateOrdersMirror, lateOrdersRules } from "./late-orders-mirror.ts";
import { type Ground, placeSentences, type ToPlace } from "./place-sentences.ts";
import { stageSentences } from "./sentences.ts";
import { formsOf } from "./wrap-sentence.ts";

const mirror = lateOrdersMirror();
const seqs = firstSeqs(mirror, 1, 0);
const facts = { mirror, query: lateOrdersRules, partition: 1, seqs };
const sentences = stageSentences(seqs, { ...facts, clock: clockFor(800, 15_800), noun: "order" });
const measure = (text: string): number => 6.2 * text.length;

function isOver(a: Rect, b: Rect): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}

/** The first run's sentences on a plot of this size. */
function sentencesOn(width: number, height: number): { ground: Ground; all: ToPlace[] } {
  const projection = project(
    { orientation: "arrival-up", event: { from: 0, to: 20_000 }, other: { from: 0, to: 19_800 } },
    { left: 56, top: 24, width, height },
  );
  const column = Math.max(projection.x(5_000, 0) - 56 - 10, 190);
  const all = stagesAt(seqs, mirror.known).map((stage): ToPlace => {
    const { where, anchor } = anchorOf(stage, facts, projection);
    const most = where === "column" ? column : 400;
    return { id: stage, where, anchor, forms: formsOf(sentences.get(stage)!, measure, { most, least: 80 }) };
  });
  return { ground: { ...groundOf(facts, projection), stacked: true }, all };
}

describe.each([
  [870, 360],
  [1_100, 520],
  [700, 330],
])("on a plot of %i x %i", (width, height) => {
  const { ground, all } = sentencesOn(width, height);
  const placed = placeSentences(all, ground);

  test("each sentence finds a place within the plot", () => {
    expect(placed.map(({ id }) => id)).toEqual(["dot", "window", "watermark", "closes", "late", "dropped"]);
    for (const { box } of placed) {
      expect(box.left).toBeGreaterThanOrEqual(ground.plot.left);
      expect(box.left + box.width).toBeLessThanOrEqual(ground.plot.left + ground.plot.width);
      expect(box.top).toBeGreaterThanOrEqual(ground.plot.top);
    }
  });

  test("no two overlap, and none covers a record, arrived or to come", () => {
    placed.forEach(({ box }, i) => {
      for (const { box: other } of placed.slice(i + 1)) expect(isOver(box, other)).toBe(false);
      for (const mark of ground.marks) expect(isOver(box, mark)).toBe(false);
    });
  });

  test("a sentence never moves when later ones come", () => {
    for (let count = 1; count < all.length; count++)
      expect(placeSentences(all.slice(0, count), ground)).toEqual(placed.slice(0, count));
  });

  test("sentences of the left column stack upwards in the order of time", () => {
    const [watermark, closes, late] = placed.slice(2, 5).map(({ box }) => box);
    expect(closes!.top + closes!.height).toBeLessThanOrEqual(watermark!.top);
    expect(late!.top + late!.height).toBeLessThanOrEqual(closes!.top);
  });
});

test("where only the newest of the column shows, each stands near what it tells of, whatever stood there before", () => {
  const { ground, all } = sentencesOn(420, 300);
  const placed = placeSentences(all, { ...ground, stacked: false });
  expect(placed.map(({ id }) => id)).toEqual(expect.arrayContaining(["watermark", "closes", "late"]));
  for (const { box } of placed) for (const mark of ground.marks) expect(isOver(box, mark)).toBe(false);
});

const plot = { left: 0, top: 0, width: 400, height: 200 };
const at = (where: ToPlace["where"], x: number, y: number): ToPlace => ({
  id: where,
  where,
  anchor: { x, y },
  forms: [{ width: 100, height: 16 }],
});

test("beside a free mark a sentence needs no leader; what stands in between makes it stand apart, with one", () => {
  const free = placeSentences([at("beside", 50, 100)], { plot, marks: [], lines: [], stacked: true });
  expect(free[0]).toMatchObject({ box: { left: 64, top: 92 }, leader: null });
  const marks = [{ left: 60, top: 60, width: 60, height: 80 }];
  const apart = placeSentences([at("beside", 50, 100)], { plot, marks, lines: [], stacked: true });
  expect(apart[0]!.box.left).toBeGreaterThan(120);
  expect(apart[0]!.leader).not.toBeNull();
});

test("a line is covered only where nothing else is free", () => {
  const lines = [{ left: 64, top: 90, width: 100, height: 4 }];
  const [aside] = placeSentences([at("beside", 50, 100)], { plot, marks: [], lines, stacked: true });
  expect(isOver(aside!.box, lines[0]!)).toBe(false);
  const all = [plot];
  expect(
    placeSentences([at("beside", 50, 100)], { plot, marks: [], lines: all, stacked: true }),
  ).toHaveLength(1);
});

test("what finds no place is left out, and is in nobody's way", () => {
  const placed = placeSentences(
    [{ ...at("beside", 50, 100), forms: [{ width: 500, height: 16 }] }, at("over", 50, 100)],
    { plot, marks: [], lines: [], stacked: true },
  );
  expect(placed.map(({ id }) => id)).toEqual(["over"]);
});

test("the card stands above what it points at, near it, and a leader leads there", () => {
  const [card] = placeSentences([{ ...at("over", 200, 150), forms: [{ width: 120, height: 60 }] }], {
    plot,
    marks: [{ left: 186, top: 136, width: 28, height: 28 }],
    lines: [],
    stacked: true,
  });
  expect(card!.box.top + card!.box.height).toBeLessThan(136);
  expect(card!.leader![1]).toBeGreaterThan(card!.leader![3]);
});
