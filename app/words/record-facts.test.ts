import { expect, test } from "vitest";
import { clockFor } from "./clock.ts";
import { order, ordersQuery } from "./hand-made-story.ts";
import { recordFacts, recordName } from "./record-facts.ts";

const clock = clockFor(0, 60_000);
const sofia = order(17_500, 32_300, "sofia", 7150n);

test("a record is named by its group, else by its first text", () => {
  expect(recordName(sofia, ordersQuery, clock)).toEqual(["sofia"]);
  expect(recordName(sofia, { ...ordersQuery, keys: [] }, clock)).toEqual(["sofia"]);
  expect(recordName(sofia, { ...ordersQuery, keys: ["CITY", "amount"] }, clock)).toEqual(["sofia", "71.50"]);
});

test("a NULL of a group is told; without a group it names nothing", () => {
  const none = order(0, 0, null);
  expect(recordName(none, ordersQuery, clock)).toEqual(["NULL"]);
  expect(recordName(none, { ...ordersQuery, keys: [] }, clock)).toEqual([]);
});

test("values are cut at 24 characters", () => {
  const [name] = recordName(order(0, 0, "x".repeat(60)), ordersQuery, clock);
  expect(name).toHaveLength(24);
  expect(name).toMatch(/…$/);
});

test("the facts of a card: its group, its first other value that is no time, its partition", () => {
  expect(recordFacts({ values: sofia, partition: 1 }, ordersQuery, clock)).toBe("sofia, 71.50, partition B");
  expect(recordFacts({ values: sofia, partition: 0 }, { ...ordersQuery, partitions: 1 }, clock)).toBe(
    "sofia, 71.50",
  );
  expect(recordFacts({ values: sofia, partition: -1 }, ordersQuery, clock)).toBe("sofia, 71.50");
});
