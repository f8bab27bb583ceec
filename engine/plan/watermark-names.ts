import { TIMESTAMP } from "../data/data-type.ts";
import type { ColumnReference, Expression, FunctionCall } from "../sql/expression-ast.ts";
import type { Source } from "./bind-source.ts";
import type { BindingContext } from "./binding-context.ts";
import { bound, type Bound } from "./bound.ts";
import { findColumn, recordWidth } from "./column-lookup.ts";
import { partsOf } from "./expression-parts.ts";
import type { NameBinder } from "./name-binder.ts";
import type { PhysicalPlan } from "./physical-plan.ts";

const NAME = "current_watermark";

type Clock = Pick<PhysicalPlan, "time" | "watermark">;

/** What is told of the clock where names see the watermark. */
export interface SeenClock {
  /** null: not known yet, so that the argument is looked at later. */
  readonly clock: Clock | null;
  /** Why the watermark is not seen after all, as a sentence with a hint; null: it is. */
  readonly unseen: { readonly message: string; readonly hint: string } | null;
}

/** Names of single records, in SELECT or WHERE, which see the watermark too: CURRENT_WATERMARK(ts). */
export class WatermarkNames implements NameBinder {
  /** Whether the watermark is read. */
  used = false;
  readonly #names: NameBinder;
  readonly #source: Source;
  readonly #seen: SeenClock;
  readonly #context: BindingContext;

  constructor(names: NameBinder, source: Source, seen: SeenClock, context: BindingContext) {
    this.#names = names;
    this.#source = source;
    this.#seen = seen;
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
    if (!limits.currentWatermark || node.name.text.toLowerCase() !== NAME) return this.#names.call(node);
    const { clock, unseen } = this.#seen;
    if (unseen !== null)
      return report.unsupported("UNSUPPORTED_FUNCTION", node.name.range, unseen.message, {
        hint: unseen.hint,
      });
    if (clock !== null && !this.#isEventTime(node, clock))
      return report.error(
        "NOT_A_TIME_ATTRIBUTE",
        node.range,
        "CURRENT_WATERMARK takes the event time of a stream that has a watermark.",
        { hint: "Write the column that WATERMARK FOR names." },
      );
    this.used = true;
    return bound({ kind: "column", index: recordWidth(this.#source), type: TIMESTAMP }, node.range);
  }

  #isEventTime({ arguments: [argument, ...others] }: FunctionCall, { time, watermark }: Clock): boolean {
    const isTime = argument?.kind === "column" && findColumn(argument, this.#source) === time.eventTime;
    return isTime && others.length === 0 && watermark.strategy !== "none";
  }
}

/** Why nothing behind a windowing table function sees the watermark; null where there is none. */
export function behindWindows({ tableFunction }: Source): SeenClock["unseen"] {
  if (tableFunction === null) return null;
  return {
    message:
      "CURRENT_WATERMARK is not run behind windows in FROM, where the event time is a column like any other.",
    hint: "Use it in a query whose rows go into the windows: WITH f AS (SELECT … WHERE ts > CURRENT_WATERMARK(ts)).",
  };
}

/** Whether the expression has a call of CURRENT_WATERMARK. */
export function readsWatermark(expression: Expression): boolean {
  for (const part of partsOf(expression, () => true))
    if (part.kind === "call" && part.name.text.toLowerCase() === NAME) return true;
  return false;
}
