import { describe, expect, test } from "vitest";
import { boxesOf, type InTheWay, type Label, placeLabels, type Rank } from "./label-pass.ts";
import type { Rect } from "./projection.ts";
import type { Words } from "./shapes.ts";

function words(text: string, x = 0, y = 0): Words {
  return { kind: "words", text, x, y, size: 11, weight: 400, colour: "text", align: "left", halo: false };
}

function label(rank: Rank, boxes: readonly Rect[], more: Partial<Label> = {}): Label {
  return {
    rank,
    places: boxes.map((box, i) => ({ boxes: [box], shapes: [words(`${rank} ${i}`)] })),
    ...more,
  };
}

const nothing: InTheWay = { marks: [], lines: [] };

function texts(labels: readonly Label[], inTheWay = nothing): string[] {
  return placeLabels(labels, inTheWay).flatMap(({ shapes }) => shapes.map((shape) => (shape as Words).text));
}

const here = { left: 0, top: 0, width: 40, height: 13 };
const there = { left: 100, top: 0, width: 40, height: 13 };

describe("labels never overlap", () => {
  test("the right of way is selection, now, heads, closes, corrects, expired, numbers", () => {
    expect(texts([label("numbers", [here]), label("closes", [here]), label("heads", [here])])).toEqual([
      "heads 0",
    ]);
    expect(texts([label("expired", [here]), label("corrects", [here])])).toEqual(["corrects 0"]);
    expect(texts([label("now", [here]), label("selection", [here])])).toEqual(["selection 0"]);
  });

  test("a label whose first place is taken goes to its next", () => {
    expect(texts([label("closes", [here]), label("numbers", [here, there])])).toEqual([
      "numbers 1",
      "closes 0",
    ]);
  });

  test("boxes that touch do not overlap", () => {
    const beside = { ...here, left: 40 };
    expect(texts([label("closes", [here]), label("numbers", [beside])])).toHaveLength(2);
  });

  test("what must be seen stands at its first place, and others of its rank make room", () => {
    const fixed = label("heads", [here], { fixed: true });
    expect(texts([label("heads", [here]), fixed])).toEqual(["heads 0"]);
    expect(placeLabels([label("heads", [here], { fixed: true }), fixed], nothing)).toHaveLength(2);
  });
});

describe("shy labels", () => {
  const shy = (places: readonly Rect[]): Label => label("numbers", places, { shy: true });

  test("never cover a record: they go elsewhere or are left out", () => {
    expect(texts([shy([here])], { marks: [here], lines: [] })).toEqual([]);
    expect(texts([shy([here, there])], { marks: [here], lines: [] })).toEqual(["numbers 1"]);
  });

  test("would rather not cover a line, yet do where no place is clear", () => {
    expect(texts([shy([here, there])], { marks: [], lines: [here] })).toEqual(["numbers 1"]);
    expect(texts([shy([here])], { marks: [], lines: [here] })).toEqual(["numbers 0"]);
  });

  test("others do not care", () => {
    expect(texts([label("heads", [here])], { marks: [here], lines: [here] })).toEqual(["heads 0"]);
  });
});

test("no label overlaps another in a crowd of a thousand", () => {
  const crowd = Array.from({ length: 1_000 }, (_, i) =>
    label("numbers", [{ left: (i * 37) % 500, top: (i * 61) % 300, width: 30, height: 12 }]),
  );
  const boxes = placeLabels(crowd, nothing).flatMap((place) => place.boxes);
  expect(boxes.length).toBeGreaterThan(50);
  boxes.forEach((a, i) =>
    boxes.slice(i + 1).forEach((b) => {
      const apart =
        a.left >= b.left + b.width ||
        b.left >= a.left + a.width ||
        a.top >= b.top + b.height ||
        b.top >= a.top + a.height;
      expect(apart).toBe(true);
    }),
  );
});

test("a leaning text takes a chain of boxes along it, not the square around it", () => {
  const boxes = boxesOf(
    { ...words("x".repeat(10), 100, 100), angle: Math.PI / 4 },
    (text) => text.length * 7,
  );
  expect(boxes.length).toBe(6);
  const last = boxes.at(-1)!;
  expect(last.left + last.width / 2 - 100).toBeCloseTo(last.top + last.height / 2 - 100, 6);
  expect(Math.hypot(last.left + 6.5 - 100, last.top + 6.5 - 100)).toBeLessThan(70);
});
