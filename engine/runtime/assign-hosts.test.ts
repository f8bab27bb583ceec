import { expect, test } from "vitest";
import { handMadePlan } from "../testing/hand-made-plan.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { assignHosts } from "./assign-hosts.ts";

/** A plan with a key, and so many partitions. */
function planOver(partitions: number): PhysicalPlan {
  const plan = handMadePlan();
  return { ...plan, partitioning: { ...plan.partitioning, partitions } };
}

const shares = (...args: Parameters<typeof assignHosts>): readonly string[] =>
  assignHosts(...args).map(({ own, lane }) => `${own.join("+")} ${lane.index}/${lane.of}`);

test("no more workers than partitions have partitions whole", () => {
  expect(shares(planOver(4), 2, false, null)).toEqual(["0+2 0/1", "1+3 0/1"]);
  expect(shares(planOver(2), 2, false, null)).toEqual(["0 0/1", "1 0/1"]);
});

test("workers beyond the partitions share their groups out, in turn", () => {
  expect(shares(planOver(1), 3, false, null)).toEqual(["0 0/3", "0 1/3", "0 2/3"]);
  expect(shares(planOver(2), 3, false, null)).toEqual(["0 0/2", "0 1/2", "1 0/1"]);
});

test("they go to the partitions that have most to do", () => {
  expect(shares(planOver(2), 4, false, [10, 90])).toEqual(["0 0/1", "1 0/3", "1 1/3", "1 2/3"]);
});

test("a traced run keeps partitions whole, and so does a query whose groups print together", () => {
  expect(shares(planOver(2), 4, true, null)).toEqual(["0 0/1", "1 0/1"]);
  const plan = planOver(2);
  if (plan.query.kind !== "aggregate") throw new Error("no aggregates");
  const emission = { ...plan.query.emission, mode: "changes", scope: "window" } as const;
  expect(shares({ ...plan, query: { ...plan.query, emission } }, 4, false, null)).toHaveLength(2);
});

test("a query without a key has one group a partition, and nothing to share", () => {
  const plan = planOver(2);
  if (plan.query.kind !== "aggregate") throw new Error("no aggregates");
  expect(shares({ ...plan, query: { ...plan.query, keys: [] } }, 4, false, null)).toHaveLength(2);
});
