import { assert } from "../common/assert.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import { type Accumulator, isFoldable, type RetractableAccumulator } from "./accumulator.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { approximateCount } from "./approximate-count.ts";
import { argumentExtremes } from "./arg-extreme.ts";
import { average } from "./average.ts";
import { count } from "./count.ts";
import { delta } from "./delta.ts";
import { countDistinct } from "./distinct.ts";
import { Distinct } from "./distinct-accumulator.ts";
import { extremeFunctions } from "./extreme.ts";
import { Filtered, FoldableFiltered, RetractableFiltered } from "./filtered-accumulator.ts";
import { firstLastFunctions } from "./first-last.ts";
import { histogram } from "./histogram.ts";
import { listFunctions } from "./lists.ts";
import { percentileFunctions } from "./percentile.ts";
import { pairFunctions } from "./regression.ts";
import { RetractableDistinct } from "./retractable-distinct.ts";
import { sum } from "./sum.ts";
import { topFunctions } from "./top-values.ts";
import { varianceFunctions } from "./variance.ts";

/** All aggregates, each once, in the order of a manual. */
export const aggregateFunctions: readonly AggregateFunction[] = [
  count,
  sum,
  average,
  ...extremeFunctions,
  countDistinct,
  approximateCount,
  ...firstLastFunctions,
  delta,
  ...argumentExtremes,
  ...varianceFunctions,
  ...percentileFunctions,
  ...pairFunctions,
  ...listFunctions,
  ...topFunctions,
  histogram,
];

const registry = new Map<string, AggregateFunction>(
  aggregateFunctions.flatMap((entry) => [
    [entry.name, entry],
    ...entry.document.aliases.map((alias): [string, AggregateFunction] => [alias.toLowerCase(), entry]),
  ]),
);

/** @param name in any case; an alias too. */
export function findAggregate(name: string): AggregateFunction | null {
  return registry.get(name.toLowerCase()) ?? null;
}

/** Names of all aggregates and their aliases, lower case, sorted: for completion and "did you mean". */
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
  if (call.filtered) {
    const inner = createAccumulator(unfiltered(call), capacity, warnings);
    return isFoldable(inner) ? new FoldableFiltered(inner) : new Filtered(inner);
  }
  const accumulator = functionOf(call).create(call, capacity, warnings);
  return call.distinct ? new Distinct(accumulator, call, warnings) : accumulator;
}

/**
 * The same for a caller that takes records back, where that is exact.
 *
 * @returns null for aggregates that cannot: sums of DOUBLE, variances and others; the caller computes them anew from the
 * records that are left.
 */
export function createRetractable(
  call: AggregateCall,
  capacity: number,
  warnings: WarningCounts = new Map(),
): RetractableAccumulator | null {
  if (call.filtered) {
    const inner = createRetractable(unfiltered(call), capacity, warnings);
    return inner && new RetractableFiltered(inner);
  }
  const accumulator = functionOf(call).createRetractable?.(call, capacity, warnings) ?? null;
  return accumulator && call.distinct ? new RetractableDistinct(accumulator, call, warnings) : accumulator;
}

function unfiltered(call: AggregateCall): AggregateCall {
  return { ...call, arguments: call.arguments.slice(0, -1), filtered: false };
}

function functionOf({ name }: AggregateCall): AggregateFunction {
  const found = findAggregate(name);
  assert(found !== null, `the registry has no aggregate ${name}`);
  return found;
}
