import { TIMESTAMP } from "../data/data-type.ts";
import type { ColumnReference, Expression, FunctionCall } from "../sql/expression-ast.ts";
import type { Source } from "./bind-source.ts";
import type { BindingContext } from "./binding-context.ts";
import { bound, type Bound } from "./bound.ts";
import { findColumn, recordWidth } from "./column-lookup.ts";
import type { NameBinder } from "./name-binder.ts";
import type { PhysicalPlan } from "./physical-plan.ts";

/** Names in a SELECT list of single records, which see the watermark too: CURRENT_WATERMARK(ts). */
export class WatermarkNames implements NameBinder {
  /** Whether the watermark is read. */
  used = false;
  readonly #names: NameBinder;
  readonly #source: Source;
  readonly #clock: Pick<PhysicalPlan, "time" | "watermark">;
  readonly #context: BindingContext;

  constructor(
    names: NameBinder,
    source: Source,
    clock: Pick<PhysicalPlan, "time" | "watermark">,
    context: BindingContext,
  ) {
    this.#names = names;
    this.#source = source;
    this.#clock = clock;
    this.#context = context;
  }

  whole(node: Expression): Bound | null | undefined {
    return this.#names.whole(node);
  }

  column(node: ColumnReference): Bound | null {
    return this.#names.column(node);
  }

  ownerOf(node: ColumnReference): ColumnReference | null {
    return this.#names.ownerOf(node);
  }

  arrival(node: FunctionCall): Bound | null {
    return this.#names.arrival(node);
  }

  call(node: FunctionCall): Bound | null | undefined {
    const { limits, report } = this.#context;
    if (!limits.currentWatermark || node.name.text.toLowerCase() !== "current_watermark")
      return this.#names.call(node);
    if (this.#source.copies !== null)
      return report.unsupported(
        "UNSUPPORTED_FUNCTION",
        node.name.range,
        "CURRENT_WATERMARK is not run for records in several windows.",
        { hint: "Read the stream itself." },
      );
    const { time, watermark } = this.#clock;
    const [argument] = node.arguments;
    const isTime = argument?.kind === "column" && findColumn(argument, this.#source) === time.eventTime;
    if (!isTime || node.arguments.length > 1 || watermark.strategy === "none")
      return report.error(
        "NOT_A_TIME_ATTRIBUTE",
        node.range,
        "CURRENT_WATERMARK takes the event time of a stream that has a watermark.",
        { hint: "Write the column that WATERMARK FOR names." },
      );
    this.used = true;
    return bound({ kind: "column", index: recordWidth(this.#source), type: TIMESTAMP }, node.range);
  }
}
