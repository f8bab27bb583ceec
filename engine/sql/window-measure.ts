import type { Duration, WindowShape } from "./ast.ts";
import type { Parser } from "./parser.ts";

/** The lengths of a window, as far as they were written. */
export interface WindowMeasures {
  readonly size: Duration | null;
  /** The advance of a hopping window, the step of a cumulating one. */
  readonly step: Duration | null;
  readonly offset: Duration | null;
}

/** Reports a length that must be above zero and is not; null then, and for null. */
export function positive(parser: Parser, length: Duration | null, what: string): Duration | null {
  if (length === null || length.ms > 0) return length;
  parser.error(
    "SYNTAX_WINDOW_LENGTH",
    length.range,
    `${what} must be longer than 0 ms.`,
    "Write 1ms or more.",
  );
  return null;
}

/** Reports a length that must not be below zero and is; null then, and for null. */
export function notNegative(parser: Parser, length: Duration | null, what: string): Duration | null {
  if (length === null || length.ms >= 0) return length;
  parser.error("SYNTAX_WINDOW_LENGTH", length.range, `${what} must not be negative.`, "Write 0ms or more.");
  return null;
}

/** Puts a hopping, cumulating or tumbling window together. */
export function windowShape(
  parser: Parser,
  kind: Exclude<WindowShape["kind"], "session">,
  measures: WindowMeasures,
): WindowShape {
  const size = positive(parser, measures.size, "The size of a window");
  const { offset } = measures;
  if (kind === "tumbling") return { kind, size, offset };
  const step = positive(
    parser,
    measures.step,
    kind === "hopping" ? "The advance of a window" : "The step of a window",
  );
  return kind === "hopping" ? { kind, size, advance: step, offset } : { kind, step, size, offset };
}
