import type { Column } from "../data/column.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import { OverOperator } from "../operator/over/over-operator.ts";
import { OverProjection } from "../operator/over/over-projection.ts";
import type { OverQuery, PhysicalPlan } from "../plan/physical-plan.ts";
import { overColumns, overRules } from "./over-rules.ts";

/** The functions OVER windows and the SELECT list of one partition. */
export class OverStage {
  readonly operator: OverOperator;
  readonly #projection: OverProjection;

  /** @param warnings by seq. */
  constructor(plan: PhysicalPlan, query: OverQuery, warnings: WarningCounts) {
    const columns = overColumns(query);
    this.operator = new OverOperator(overRules(plan, columns), warnings);
    this.#projection = new OverProjection(
      query.projection,
      [...columns.carried.keys()],
      query.firstResult,
      warnings,
    );
  }

  /**
   * The output columns of the rows that are out since the operator was cleared.
   * @param input what the records of the batch were computed to; null at the end of input.
   */
  project(input: { readonly base: number; readonly columns: readonly Column[] } | null): readonly Column[] {
    const carried = this.operator.finishRows(input);
    return this.#projection.project(this.operator.changelog, carried);
  }
}
