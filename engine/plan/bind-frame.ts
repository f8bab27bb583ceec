import type { DataType } from "../data/data-type.ts";
import { isNumeric } from "../expression/type-rules.ts";
import type { FrameSpec } from "../spec/over-spec.ts";
import type { Frame, FrameBound, OverSpecification } from "../sql/ast.ts";
import { bindLiteral } from "./bind-literal.ts";
import type { BindingContext } from "./binding-context.ts";
import { coerce } from "./coerce.ts";

/**
 * The frame of a window. Without one it is the whole buffer; of a standard window everything up to the current record,
 * records with equal keys included.
 * @param keys types of the order keys. @returns null after reporting what is wrong.
 */
export function bindFrame(
  over: OverSpecification,
  keys: readonly DataType[],
  { report }: BindingContext,
): FrameSpec | null {
  const { frame } = over;
  if (frame === null) {
    if (over.bufferRows !== null) return { unit: "rows", start: null, end: null };
    return { unit: keys.length === 0 ? "rows" : "range", start: null, end: 0 };
  }
  if (frame.unit === "groups")
    return report.unsupported("UNSUPPORTED_FRAME_GROUPS", frame.range, "Frames of GROUPS are not run.", {
      hint: "Write ROWS or RANGE.",
    });
  if (frame.exclude !== null)
    return report.unsupported("UNSUPPORTED_FRAME_EXCLUDE", frame.range, "EXCLUDE in a frame is not run.", {
      hint: "Leave it out: the current row is part of its frame.",
    });
  for (const bound of [frame.start, frame.end])
    if (bound.kind.endsWith("following"))
      return report.unsupported(
        "UNSUPPORTED_FOLLOWING_FRAME",
        bound.range,
        "A record's row leaves before the next record comes, so its frame cannot reach into the future.",
        { hint: "End the frame with CURRENT ROW." },
      );
  const start = distanceOf(frame.start, frame, keys, report);
  const end = distanceOf(frame.end, frame, keys, report);
  if (start === undefined || end === undefined) return null;
  if (end === null || (start !== null && end > start))
    return report.error(
      "FRAME_ORDER",
      frame.range,
      "This frame ends before it begins, so it never holds a row.",
      { hint: "Put the bound that lies further back first." },
    );
  return { unit: keys.length === 0 ? "rows" : frame.unit, start, end };
}

/** @returns null of UNBOUNDED PRECEDING; undefined after reporting what is wrong. */
function distanceOf(
  { kind, amount, range }: FrameBound,
  { unit }: Frame,
  keys: readonly DataType[],
  report: BindingContext["report"],
): number | null | undefined {
  if (kind === "unbounded-preceding") return null;
  if (kind === "current-row" || amount === null) return 0;
  const isLiteral = amount.kind === "integer" || amount.kind === "decimal" || amount.kind === "float";
  if (unit === "rows") {
    if (amount.kind === "integer" && amount.value <= MOST_ROWS) return Number(amount.value);
    report.error("FRAME_DISTANCE", range, "ROWS counts rows: it takes a whole number up to 1000000.", {
      hint: "Write ROWS BETWEEN 9 PRECEDING AND CURRENT ROW, or RANGE with an INTERVAL.",
    });
    return undefined;
  }
  const [key, other] = keys;
  if (key?.kind === "TIMESTAMP" && other === undefined && amount.kind === "interval" && amount.ms >= 0)
    return amount.ms;
  if (key && other === undefined && isNumeric(key) && isLiteral) {
    const value = bindLiteral(amount, false, report);
    const inUnits = value && coerce(value, key);
    if (inUnits?.kind === "literal" && inUnits.value !== null) return Number(inUnits.value);
  }
  report.error(
    "FRAME_DISTANCE",
    range,
    "RANGE with a distance needs one ORDER BY key: a time with an INTERVAL, or a number with a number.",
    { hint: "Write ORDER BY ts RANGE BETWEEN INTERVAL '5' MINUTE PRECEDING AND CURRENT ROW." },
  );
  return undefined;
}

/** No frame of rows is longer. */
export const MOST_ROWS = 1_000_000n;
