import { expect, test } from "vitest";
import { lateOrdersMirror } from "./late-orders-mirror.ts";
import { verdictsAt } from "./verdicts-at.ts";

test("the legend names a verdict only once a record has it, and what is to come only while something is", () => {
  const mirror = lateOrdersMirror();
  expect([...verdictsAt(mirror, 0)]).toEqual(["not yet"]);
  expect([...verdictsAt(mirror, 4)]).toEqual(["counted", "out of order", "not yet"]);
  expect([...verdictsAt(mirror, 14)]).toEqual([
    "counted",
    "out of order",
    "counted late",
    "dropped",
    "not yet",
  ]);
  expect([...verdictsAt(mirror, 17)]).not.toContain("not yet");
});
