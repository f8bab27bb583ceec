import { formatDuration } from "../common/duration.ts";
import type { WindowShape } from "../sql/ast.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";

/**
 * Reports a hopping or cumulating window whose size is no whole number of steps, where the rules want that.
 * @returns Whether it is one.
 */
export function hasBrokenSteps(shape: WindowShape, name: string, report: DiagnosticList): boolean {
  if (shape.kind !== "hopping" && shape.kind !== "cumulate") return false;
  const { size } = shape;
  const step = shape.kind === "hopping" ? shape.advance : shape.step;
  if (size === null || step === null || size.ms % step.ms === 0) return false;
  const below = Math.floor(size.ms / step.ms) * step.ms;
  const near = [below, below + step.ms].filter((ms) => ms > 0).map(formatDuration);
  report.error(
    "BAD_WINDOW_STEP",
    size.range,
    `The size of a ${name.toUpperCase()} window is a whole number of steps under these rules, and ${formatDuration(size.ms)} is none of ${formatDuration(step.ms)}.`,
    {
      hint:
        size.ms < step.ms && /^(HOP|CUMULATE)$/i.test(name)
          ? `${name.toUpperCase()} takes the step before the size: exchange them.`
          : `Make it ${near.join(" or ")}, or write a step that divides it.`,
    },
  );
  return true;
}
