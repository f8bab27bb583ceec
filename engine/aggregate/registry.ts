import type { AggregateFunction } from "./aggregate-function.ts";
import { average } from "./average.ts";
import { count } from "./count.ts";
import { countDistinct } from "./distinct.ts";
import { maximum, minimum } from "./extreme.ts";
import { firstLastFunctions } from "./first-last.ts";
import { sum } from "./sum.ts";
import { varianceFunctions } from "./variance.ts";

const registry = new Map<string, AggregateFunction>(
  [count, sum, average, minimum, maximum, countDistinct, ...firstLastFunctions, ...varianceFunctions].map(
    (entry) => [entry.name, entry],
  ),
);

/** @param name in any case. */
export function findAggregate(name: string): AggregateFunction | null {
  return registry.get(name.toLowerCase()) ?? null;
}

/** Names of all aggregates, lower case, sorted: for completion and "did you mean". */
export function aggregateNames(): readonly string[] {
  return [...registry.keys()].sort();
}
