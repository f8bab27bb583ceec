import type { WindowSpec } from "../spec/window-spec.ts";
import type { Duration, WindowShape } from "../sql/ast.ts";
import type { Expression, FunctionCall } from "../sql/expression-ast.ts";
import { bindWindowShape } from "./bind-window-shape.ts";
import type { BindingContext } from "./binding-context.ts";

/** The functions in GROUP BY that make windows. */
type GroupWindow = "TUMBLE" | "HOP" | "SESSION";

interface Measures {
  /** Of SESSION the gap. */
  readonly size: Duration;
  /** null: TUMBLE has none. */
  readonly advance: Duration | null;
  readonly offset: Duration | null;
}

const examples: Readonly<Record<GroupWindow, { readonly takes: string; readonly example: string }>> = {
  TUMBLE: { takes: "a length", example: "TUMBLE(ts, INTERVAL '5' MINUTE)" },
  HOP: {
    takes: "two lengths",
    example: "HOP(ts, INTERVAL '1' MINUTE, INTERVAL '5' MINUTE), the advance first",
  },
  SESSION: { takes: "a gap", example: "SESSION(ts, INTERVAL '30' SECOND)" },
};

/** Whether a call in GROUP BY makes a window. */
export function isGroupWindow({ name }: FunctionCall): boolean {
  return ["TUMBLE", "HOP", "SESSION"].includes(name.text.toUpperCase());
}

/** The window of `TUMBLE(ts, size)`, `HOP(ts, slide, size)` or `SESSION(ts, gap)`. @returns null after reporting why there is none. */
export function bindGroupWindow(call: FunctionCall, context: BindingContext): WindowSpec | null {
  const { report } = context;
  const name = call.name.text.toUpperCase() as GroupWindow;
  const measures = readMeasures(name, call.arguments);
  const [time] = call.arguments;
  if (time?.kind === "call" && time.name.text.toLowerCase() === "proctime")
    return report.unsupported(
      "UNSUPPORTED_PROCESSING_TIME",
      time.range,
      "Windows of processing time go by the clock of a machine, which a replay does not have.",
      { hint: `Name a time column: ${examples[name].example}.` },
    );
  if (measures === null)
    return report.error(
      "BAD_WINDOW",
      call.range,
      `${name} takes a time column and ${examples[name].takes}.`,
      { hint: `Write ${examples[name].example}.` },
    );
  const { offset } = measures;
  if (offset !== null && name === "SESSION")
    return report.error(
      "BAD_WINDOW",
      call.range,
      "A session begins with its first record: SESSION takes a gap alone.",
      {
        hint: `Write ${examples.SESSION.example}.`,
      },
    );
  if (offset !== null)
    return report.unsupported(
      "UNSUPPORTED_WINDOW_ALIGNMENT",
      call.range,
      `A further argument of ${name} is not run here.`,
      { hint: `Write FROM TABLE(${name}(TABLE t, DESCRIPTOR(ts), …, offset)) to move the windows.` },
    );
  return bindWindowShape(shapeOf(name, measures), call.range, context);
}

function shapeOf(name: GroupWindow, { size, advance, offset }: Measures): WindowShape {
  switch (name) {
    case "TUMBLE":
      return { kind: "tumbling", size, offset };
    case "HOP":
      return { kind: "hopping", size, advance, offset };
    case "SESSION":
      return { kind: "session", gap: size, keys: [] };
  }
}

/** Whether `TUMBLE_START(ts, size)`, `HOP_END(ts, slide, size)` or their like, or such without arguments, mean a window. */
export function namesWindow({ name, arguments: written }: FunctionCall, spec: WindowSpec): boolean {
  const kind = name.text.slice(0, name.text.indexOf("_")).toUpperCase() as GroupWindow;
  const own = spec.kind === "hopping" ? "HOP" : spec.kind === "session" ? "SESSION" : "TUMBLE";
  if (kind !== own) return false;
  if (written.length === 0) return true;
  const measures = readMeasures(kind, written);
  if (measures === null || spec.kind === "cumulate") return false;
  const { size, advance, offset } = measures;
  if (spec.kind === "session") return size.ms === spec.gap && offset === null;
  return (
    size.ms === spec.size &&
    (offset?.ms ?? 0) === spec.offset &&
    (spec.kind === "tumbling" || advance?.ms === spec.advance)
  );
}

/** `(column, [slide,] size [, offset])`; null: other arguments. */
function readMeasures(name: GroupWindow, [time, ...written]: readonly Expression[]): Measures | null {
  const lengths = written.filter((node) => node.kind === "interval");
  if (time?.kind !== "column" || lengths.length < written.length) return null;
  const advance = name === "HOP" ? lengths.shift() : null;
  const [size, offset = null, ...others] = lengths;
  return size === undefined || advance === undefined || others.length > 0 ? null : { size, advance, offset };
}
