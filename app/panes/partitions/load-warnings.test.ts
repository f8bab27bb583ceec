import { expect, test } from "vitest";
import {
  NO_METRICS,
  type PartitionStatus,
  type QuerySummary,
  type RunState,
} from "../../../engine/client/types.ts";
import { ordersQuery } from "../../words/hand-made-story.ts";
import { idleWorkers, loadWarnings } from "./load-warnings.ts";

const query: QuerySummary = { ...ordersQuery, strategy: "hash", splitsGroups: false, partitions: 3 };

/** A run whose partitions have so many records; B is hot. */
function state(records: readonly number[], of: Partial<PartitionStatus> = {}, traced = true): RunState {
  const partitions = records.map((count, id): PartitionStatus => ({
    id,
    records: count,
    late: 0,
    dropped: 0,
    watermark: 0,
    lastArrival: 0,
    idle: false,
    idleSince: null,
    hot: id === 1,
    mover: null,
    keys: 2,
    someKeys: ["kyoto", "sofia"],
    workers: [0],
    ...of,
  }));
  return {
    partitions,
    traced,
    metrics: NO_METRICS,
    workers: { count: 8, ready: 8, shared: true },
  } as unknown as RunState;
}

const skewed = [14, 71, 15];
const worker = { partitions: [0], queue: NO_METRICS.results };

test("a hot partition is named with its share, how far it is above the mean, and what spreads its keys", () => {
  expect(loadWarnings(state(skewed), query, "order")).toEqual([
    "B has 71 % of the orders, 2.1 times the mean, and a run is as slow as its fullest partition. 2 keys met there: another @num_partitions may spread them.",
  ]);
});

test("one key alone is not spread by more partitions, and nor is the one group of a query without GROUP BY", () => {
  expect(loadWarnings(state(skewed, { keys: 1, someKeys: ["kyoto"] }), query, "order")[0]).toContain(
    "All are of one city, kyoto: more partitions do not spread them",
  );
  expect(loadWarnings(state(skewed), { ...query, keys: [] }, "order")[0]).toContain(
    "only a GROUP BY spreads them",
  );
});

test("without a trace nobody knows the keys, and nothing is said of them", () => {
  expect(loadWarnings(state(skewed, { keys: null, someKeys: [] }, false), query, "order")[0]).toMatch(
    /Another number of partitions may spread its keys\.$/,
  );
});

test.each([
  ["sticky", "They come in one split of the source"],
  ["fan_in", "That is what fan_in does"],
  ["hash-velostream", "plain hash fills"],
])("what to do about a hot partition depends on the strategy: %s", (strategy, words) => {
  expect(loadWarnings(state(skewed), { ...query, strategy }, "order")[0]).toContain(words);
});

test("a strategy that splits groups is told, with what keeps them whole", () => {
  const split = { ...query, strategy: "round_robin", splitsGroups: true };
  expect(loadWarnings(state([1, 1, 1], { hot: false }), split, "order")).toEqual([
    "round_robin splits groups: records of one city may go to several partitions, and each prints its own row for it. Hash keeps groups whole, and so does @num_partitions: 1.",
  ]);
});

test("workers without work are told to who asks about speed, with what gives them some, and to nobody else", () => {
  const run = { ...state(skewed), metrics: { ...NO_METRICS, workers: [worker, worker, worker] } };
  expect(idleWorkers(run, query)).toBe(
    "3 of 8 workers have a partition; the others have nothing to do with @num_partitions below 8",
  );
  expect(idleWorkers(run, { ...query, sharesGroups: true })).toBe(
    "3 of 8 workers have a partition; with the trace off the others share its groups",
  );
  const all = { ...run, metrics: { ...NO_METRICS, workers: Array.from({ length: 8 }, () => worker) } };
  expect(idleWorkers(all, query)).toBeNull();
  expect(loadWarnings(state([1, 1, 1], { hot: false }), query, "order")).toEqual([]);
});
