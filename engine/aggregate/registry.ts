import { assert } from "../common/assert.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import type { Accumulator } from "./accumulator.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { average } from "./average.ts";
import { count } from "./count.ts";
import { countDistinct } from "./distinct.ts";
import { Distinct } from "./distinct-accumulator.ts";
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

/**
 * State for slots 0 … capacity - 1 of a bound call, all empty.
 *
 * @param warnings counts results that are NULL because they do not fit their type, each time one is written.
 */
export function createAccumulator(
  call: AggregateCall,
  capacity: number,
  warnings: WarningCounts = new Map(),
): Accumulator {
  const found = findAggregate(call.name);
  assert(found !== null, `the registry has no aggregate ${call.name}`);
  const accumulator = found.create(call, capacity, warnings);
  return call.distinct ? new Distinct(accumulator, call) : accumulator;
}
