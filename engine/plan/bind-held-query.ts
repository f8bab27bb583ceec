import type { Expression } from "../expression/expression.ts";
import type { OverSpec } from "../spec/over-spec.ts";
import type { EmitClause, Select } from "../sql/ast.ts";
import { ExpressionBinder } from "./bind-expression.ts";
import { bindItems } from "./bind-project-query.ts";
import type { BoundQuery } from "./bind-select.ts";
import type { Source } from "./bind-source.ts";
import type { BindingContext } from "./binding-context.ts";
import { recordWidth } from "./column-lookup.ts";
import type { PhysicalPlan, TimeColumns } from "./physical-plan.ts";
import { RecordNames } from "./record-names.ts";
import type { SelectAliases } from "./select-aliases.ts";

/** Rows leave when the watermark has passed their event time, in that order, and nothing is computed of others. */
const held: OverSpec = {
  leaves: "at-watermark",
  bufferRows: null,
  order: [],
  frame: { unit: "rows", start: null, end: 0 },
  expireAfter: null,
  onlyFull: false,
};

/** Whether single records are held back until their time has come: EMIT ON WINDOW CLOSE without groups. */
export function holdsRecords(emit: EmitClause | null, aggregated: boolean): boolean {
  return emit?.kind === "on-window-close" && !aggregated;
}

/**
 * SELECT … EMIT ON WINDOW CLOSE of single records. The event time has to be one of the columns, as RisingWave goes by the one
 * column of the result that has a watermark. @returns null after reporting what is wrong.
 */
export function bindHeldQuery(
  select: Select,
  source: Source,
  { time, watermark }: Pick<PhysicalPlan, "time" | "watermark">,
  aliases: SelectAliases,
  context: BindingContext,
): BoundQuery | null {
  const { report } = context;
  const { range } = select.emit!;
  if (source.tableFunction !== null)
    return report.unsupported(
      "UNSUPPORTED_EMIT_ON_WINDOW_CLOSE",
      range,
      "Holding single records back in their windows is not run yet.",
      { hint: "Add GROUP BY window_start, window_end, or read the stream itself." },
    );
  if (watermark.strategy === "none")
    return report.error(
      "EMIT_WITHOUT_WATERMARK",
      range,
      `Rows are held back until a watermark has passed their event time, and ${source.stream.name} declares none.`,
      { hint: "Declare one: WATERMARK FOR ts AS ts - INTERVAL '5' SECOND." },
    );
  const names = new RecordNames(source, "SELECT", false, aliases, context);
  const items = bindItems(select, source, new ExpressionBinder(context, names), context);
  if (items === null) return null;
  const times = items.projection.filter((item) => isEventTime(item, time));
  if (times.length !== 1)
    return report.error(
      "EMIT_WITHOUT_EVENT_TIME",
      range,
      times.length === 0
        ? "Rows are held back until the watermark has passed their event time, which is none of the columns."
        : "Rows are held back until the watermark has passed their event time, which is more than one of the columns.",
      { hint: "Name the event time once in SELECT, as it is." },
    );
  return {
    output: items.output,
    query: {
      kind: "over",
      keys: [],
      windows: [{ spec: held, keys: null, order: [] }],
      functions: [],
      firstResult: recordWidth(source),
      projection: items.projection,
    },
  };
}

function isEventTime(item: Expression, { eventTime }: TimeColumns): boolean {
  return item.kind === "column" && item.index === eventTime;
}
