import { formatDuration, LONGEST_LENGTH } from "../common/duration.ts";
import type { SourceRange } from "../common/source-range.ts";
import {
  type GridWindowSpec,
  MOST_WINDOWS_PER_RECORD,
  type WindowSpec,
  windowsPerRecord,
} from "../spec/window-spec.ts";
import type { Duration, WindowShape } from "../sql/ast.ts";
import type { BindingContext } from "./binding-context.ts";

/** Checks the measures of a window. @param range of the whole window. @returns null after reporting what is wrong. */
export function bindWindowShape(
  shape: WindowShape,
  range: SourceRange,
  context: BindingContext,
): WindowSpec | null {
  const { report, limits, rules } = context;
  switch (shape.kind) {
    case "session": {
      const gap = lengthOf(shape.gap, context);
      if (gap === null) return null;
      const { touchingJoins, shownEnd } = rules.session;
      return { kind: "session", gap, touchingJoins, shownEnd };
    }
    case "tumbling": {
      const size = lengthOf(shape.size, context);
      const offset = offsetOf(shape.offset, context);
      if (size === null || offset === null) return null;
      if (limits.windowOffset === "below-size" && Math.abs(offset) >= size)
        return report.error(
          "BAD_WINDOW_OFFSET",
          shape.offset!.range,
          `Under these rules an offset is shorter than the window, which is ${formatDuration(size)} long.`,
          { hint: "Take whole windows off: the result is the same." },
        );
      return { kind: "tumbling", size, offset };
    }
    case "hopping": {
      const size = lengthOf(shape.size, context);
      const advance = lengthOf(shape.advance, context);
      const offset = offsetOf(shape.offset, context);
      if (size === null || advance === null || offset === null) return null;
      if (limits.hoppingGaps && advance > size)
        return report.refuse(limits.hoppingGaps, shape.advance!.range);
      if (advance > size)
        report.warning(
          "WINDOW_GAPS",
          range,
          `These windows are ${formatDuration(size)} long and start ${formatDuration(advance)} apart: records between them are in none.`,
          { hint: "If that is not meant, change the two lengths over." },
        );
      const noneBelowZero = rules.refusesNegativeTime;
      return checkNumber({ kind: "hopping", size, advance, offset, noneBelowZero }, range, context);
    }
    case "cumulate": {
      if (limits.cumulate) return report.refuse(limits.cumulate, range);
      const size = lengthOf(shape.size, context);
      const step = lengthOf(shape.step, context);
      const offset = offsetOf(shape.offset, context);
      if (size === null || step === null || offset === null) return null;
      if (step > size)
        return report.error(
          "BAD_WINDOW_STEP",
          shape.step!.range,
          `The step, ${formatDuration(step)}, is longer than the whole window, ${formatDuration(size)}.`,
          { hint: "Write the step first, then the size." },
        );
      return checkNumber({ kind: "cumulate", step, size, offset }, range, context);
    }
  }
}

/** @returns ms, or null after reporting that it is none, or where that was reported before. */
function lengthOf(length: Duration | null, { report }: BindingContext): number | null {
  if (length === null) return null;
  if (length.ms > LONGEST_LENGTH)
    return report.error("BAD_WINDOW_SIZE", length.range, "A window is a million days long at most.", {
      hint: "Leave the window out to have one group for all times.",
    });
  if (length.ms > 0) return length.ms;
  return report.error("BAD_WINDOW_SIZE", length.range, "A window is at least 1 ms long.", {
    hint: "Write a length such as 5m, 30s or 250ms.",
  });
}

/** @returns ms, 0 where none is written; null after reporting that there are none. */
function offsetOf(offset: Duration | null, { report, limits }: BindingContext): number | null {
  if (offset === null || offset.ms === 0 || limits.windowOffset !== "none") return offset?.ms ?? 0;
  return report.unsupported(
    "UNSUPPORTED_WINDOW_OFFSET",
    offset.range,
    "Windows have no offset under these rules.",
    { hint: "Leave it out: windows are aligned to the epoch." },
  );
}

function checkNumber(
  spec: GridWindowSpec,
  range: SourceRange,
  { report }: BindingContext,
): GridWindowSpec | null {
  const windows = windowsPerRecord(spec);
  if (windows <= MOST_WINDOWS_PER_RECORD) return spec;
  return report.unsupported(
    "UNSUPPORTED_WINDOW_NUMBER",
    range,
    `Each record would be in up to ${windows.toLocaleString("en-US")} windows; ${MOST_WINDOWS_PER_RECORD.toLocaleString("en-US")} is the most that is run.`,
    {
      hint: `Make it move on in steps of ${formatDuration(Math.ceil(spec.size / MOST_WINDOWS_PER_RECORD))} or longer.`,
    },
  );
}
