import { isNested, STRING, typeName } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";
import type { OverOrder, OverSpec } from "../spec/over-spec.ts";
import type { OverSpecification } from "../sql/ast.ts";
import { bindFrame, MOST_ROWS } from "./bind-frame.ts";
import type { ExpressionBinder } from "./bind-expression.ts";
import type { BindingContext } from "./binding-context.ts";
import { coerce } from "./coerce.ts";

/** A window with its groups. */
export interface BoundOverWindow {
  readonly spec: OverSpec;
  readonly keys: readonly Expression[];
  readonly order: readonly Expression[];
}

/**
 * Binds what stands between the parentheses of OVER.
 * @param eventTime index of the stream's event-time column; null: it has none.
 * @returns null after reporting what is wrong.
 */
export function bindOverWindow(
  over: OverSpecification,
  eventTime: number | null,
  binder: ExpressionBinder,
  context: BindingContext,
): BoundOverWindow | null {
  const { report } = context;
  if (over.sessionGap !== null)
    return report.unsupported(
      "UNSUPPORTED_SESSION_FRAME",
      over.sessionGap.range,
      "Frames that are sessions are not run.",
      { hint: "Write GROUP BY key WINDOW SESSION(30s)." },
    );
  const keys = bindAll(over.partitionBy, binder);
  const order = bindAll(
    over.orderBy.map(({ expression }) => expression),
    binder,
  );
  if (keys === null || order === null || !isBufferRight(over, context)) return null;
  const frame = bindFrame(
    over,
    order.map(({ type }) => type),
    context,
  );
  const nested = order.findIndex(({ type }) => isNested(type));
  if (nested >= 0)
    return report.error(
      "TYPE_MISMATCH",
      over.orderBy[nested]!.range,
      `${typeName(order[nested]!.type)} has no order.`,
      { hint: "Order by a number, a time or a text." },
    );
  if (frame === null || (over.bufferRows === null && !isTimeOrder(over, order, eventTime, context)))
    return null;
  return {
    keys,
    order,
    spec: {
      leaves: over.bufferRows === null && order.length > 0 ? "at-watermark" : "on-arrival",
      bufferRows: over.bufferRows === null ? null : Number(over.bufferRows),
      order: over.orderBy.map(orderOf),
      frame,
      expireAfter: over.expireAfter === null || over.expireAfter === "never" ? null : over.expireAfter.ms,
      onlyFull: over.emit === "on-buffer-full",
    },
  };
}

function bindAll(
  nodes: readonly Parameters<ExpressionBinder["bind"]>[0][],
  binder: ExpressionBinder,
): readonly Expression[] | null {
  const values = nodes.map((node) => binder.bind(node));
  if (!values.every((value) => value !== null)) return null;
  return values.map((value) => coerce(value, value.type ?? STRING));
}

function isBufferRight(over: OverSpecification, { report, limits }: BindingContext): boolean {
  const { bufferRows, emit, expireAfter, range } = over;
  if (bufferRows === null) {
    if (emit === null && expireAfter === null) return true;
    report.error("BUFFER_OPTION_WITHOUT_BUFFER", range, "EMIT and EXPIRE AFTER go with a buffer only.", {
      hint: "Begin with ROWS WINDOW BUFFER 100 ROWS, or leave them out.",
    });
    return false;
  }
  if (limits.refusals !== null) report.refuse(limits.refusals.rowsBuffer, range);
  if (bufferRows >= 1n && bufferRows <= MOST_ROWS) return true;
  report.error("BUFFER_SIZE", range, "A buffer holds between 1 and 1000000 rows.", {
    hint: "Write ROWS WINDOW BUFFER 100 ROWS.",
  });
  return false;
}

/** A standard window goes by arrival, or upwards by the stream's event time, whose watermark says when a row is complete. */
function isTimeOrder(
  { orderBy, range }: OverSpecification,
  order: readonly Expression[],
  eventTime: number | null,
  { report, limits }: BindingContext,
): boolean {
  const [first] = order;
  if (first === undefined) {
    if (limits.refusals === null) return true;
    report.refuse(limits.refusals.unorderedOver, range);
    return false;
  }
  const isTime = first.kind === "column" && first.index === eventTime;
  if (isTime && order.length === 1 && !orderBy[0]!.descending) return true;
  report.unsupported(
    "UNSUPPORTED_OVER_ORDER",
    orderBy[isTime && !orderBy[0]!.descending ? 1 : 0]!.range,
    "A window without a buffer is ordered by the stream's event time alone, upwards.",
    { hint: "Write ORDER BY the event time, or keep rows: ROWS WINDOW BUFFER 100 ROWS … ORDER BY …." },
  );
  return false;
}

/** NULL counts as the greatest value. */
function orderOf({ descending, nulls }: OverSpecification["orderBy"][number]): OverOrder {
  return { descending, nullsFirst: nulls === null ? descending : nulls === "first" };
}
