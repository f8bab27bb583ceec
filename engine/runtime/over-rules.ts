import type { FunctionColumns, OverRules } from "../operator/over/over-rules.ts";
import { expressionIdentity } from "../expression/expression-identity.ts";
import type { Expression } from "../expression/expression.ts";
import { columnsIn } from "../expression/used-columns.ts";
import type { OverQuery, PhysicalPlan } from "../plan/physical-plan.ts";
import { windowDelays } from "../spec/window-delays.ts";

/** What a query with OVER computes of each record, each expression once, and how its operator reads that. */
export interface OverColumns {
  readonly expressions: readonly Expression[];
  readonly windows: OverRules["windows"];
  readonly functions: readonly FunctionColumns[];
  /** By column of the record that the SELECT list reads, its index in `expressions`. */
  readonly carried: ReadonlyMap<number, number>;
}

export function overColumns({ windows, functions, projection, firstResult }: OverQuery): OverColumns {
  const expressions: Expression[] = [];
  const indexes = new Map<string, number>();
  const add = (expression: Expression): number => {
    const identity = expressionIdentity(expression);
    const index = indexes.get(identity) ?? expressions.push(expression) - 1;
    indexes.set(identity, index);
    return index;
  };
  const carried = new Map<number, number>();
  for (const column of projection.flatMap(columnsIn))
    if (column.index < firstResult) carried.set(column.index, add(column));
  return {
    windows: windows.map(({ spec, keys, order }) => ({
      spec,
      keys: keys && keys.map(add),
      order: order.map(add),
    })),
    functions: functions.map((over) => ({ over, columns: over.arguments.map(add) })),
    carried,
    expressions,
  };
}

/** The rules of the operator that runs these columns. */
export function overRules(plan: PhysicalPlan, columns: OverColumns): OverRules {
  const { rules } = plan;
  const { windows, functions, carried, expressions } = columns;
  const isBounded = windows.every(({ spec }) => spec.frame.start !== null);
  return {
    columns: expressions.map(({ type }) => type),
    windows,
    functions,
    carried: [...carried.values()],
    waits: windows.some(({ spec }) => spec.leaves === "at-watermark"),
    // A record is a window of one millisecond.
    leaveDelay: windowDelays(rules, 0).closeDelay + 1,
    lateByGroup: rules.overLateBy === "group" && isBounded,
    peersShareLag: rules.peersShareLag,
  };
}
