import { expect, test } from "vitest";
import { project } from "../map/projection.ts";
import { clockFor } from "../words/clock.ts";
import { firstScene, type SceneFacts } from "./first-scene.ts";
import { lateOrdersMirror, lateOrdersRules } from "./late-orders-mirror.ts";

function factsOn(width: number, height: number, change: Partial<SceneFacts> = {}): SceneFacts {
  return {
    mirror: lateOrdersMirror(),
    query: lateOrdersRules,
    clock: clockFor(800, 15_800),
    noun: "order",
    projection: project(
      { orientation: "arrival-up", event: { from: 0, to: 20_000 }, other: { from: 0, to: 19_800 } },
      { left: 56, top: 24, width, height },
    ),
    planeStart: 0,
    focus: 1,
    roomy: true,
    measure: (text) => 6.2 * text.length,
    ...change,
  };
}

test("with room, all sentences stand on the map, and the card over it", () => {
  const { onMap, stacked, drop, start } = firstScene(factsOn(870, 360));
  expect([...onMap.keys()]).toEqual(["dot", "window", "watermark", "closes", "late", "dropped"]);
  expect([stacked, start.onMap !== null]).toEqual([true, true]);
  expect(drop).toMatchObject({ seq: 13, miss: { from: 5_000, to: 5_900, culprit: 12 } });
  const { box } = drop!.card!;
  for (const [id, sentence] of onMap)
    if (id !== "dropped") {
      const other = sentence.box;
      const apart =
        box.left + box.width <= other.left ||
        other.left + other.width <= box.left ||
        box.top + box.height <= other.top ||
        other.top + other.height <= box.top;
      expect(apart).toBe(true);
    }
});

test("where the card has no place it stands under the map, and of the column only the newest shows", () => {
  for (const facts of [factsOn(500, 200), factsOn(870, 360, { roomy: false })]) {
    const { stacked, drop } = firstScene(facts);
    expect([stacked, drop?.card]).toEqual([false, null]);
  }
});

test("what is told of windows is left out while another partition's windows are drawn", () => {
  for (const focus of [0, null])
    expect([...firstScene(factsOn(870, 360, { focus })).onMap.keys()]).toEqual(["dot", "dropped"]);
});
