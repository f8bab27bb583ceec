import type { Column } from "../data/column.ts";
import { expressionIdentity } from "../expression/expression-identity.ts";
import type { Expression } from "../expression/expression.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { overColumns } from "./over-rules.ts";
import { RowEvaluator } from "./row-evaluator.ts";

/** The records of a batch that a partition hands on. */
export interface HandedOn {
  readonly rows: Int32Array;
  readonly count: number;
}

/**
 * What a query computes of single records before they are aggregated or shown: each expression once, for the records that
 * are handed on. Results are valid until the next call.
 */
export class RecordArguments {
  readonly #evaluator: RowEvaluator;
  /** By aggregate, which of the expressions are its arguments; of other queries, one list. */
  readonly #lists: readonly (readonly number[])[];

  constructor({ query }: PhysicalPlan) {
    const lists = recordExpressions(query);
    const indexes = new Map<string, number>();
    const expressions: Expression[] = [];
    this.#lists = lists.map((list) =>
      list.map((expression) => {
        const identity = expressionIdentity(expression);
        const index = indexes.get(identity) ?? expressions.push(expression) - 1;
        indexes.set(identity, index);
        return index;
      }),
    );
    this.#evaluator = new RowEvaluator(expressions);
  }

  /** @returns By aggregate its arguments, right at the rows that are handed on. */
  ofAggregates(
    columns: readonly Column[],
    length: number,
    { rows, count }: HandedOn,
    warnings: WarningCounts,
  ): readonly (readonly Column[])[] {
    const values = this.#evaluator.at(columns, length, rows, count, warnings);
    return this.#lists.map((list) => list.map((index) => values[index]!));
  }

  /** @returns The columns of a plain SELECT, one row for each record that is handed on. */
  ofProjection(
    columns: readonly Column[],
    { rows, count }: HandedOn,
    warnings: WarningCounts,
  ): readonly Column[] {
    const values = this.#evaluator.dense(columns, rows, count, warnings);
    return this.#lists[0]!.map((index) => values[index]!);
  }
}

/** By aggregate its arguments; of other queries one list: what they read of a record. */
export function recordExpressions(query: PhysicalPlan["query"]): readonly (readonly Expression[])[] {
  switch (query.kind) {
    case "aggregate":
      return query.aggregates.map((call) => call.arguments);
    case "project":
      return [query.projection];
    case "over":
      return [overColumns(query).expressions];
  }
}
