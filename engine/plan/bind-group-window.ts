import type { WindowSpec } from "../spec/window-spec.ts";
import type { Duration } from "../sql/ast.ts";
import type { Expression, FunctionCall } from "../sql/expression-ast.ts";
import { bindWindowShape } from "./bind-window-shape.ts";
import type { BindingContext } from "./binding-context.ts";

/** The functions in GROUP BY that make windows. */
type GroupWindow = "TUMBLE" | "HOP" | "SESSION";

interface Measures {
  readonly size: Duration;
  /** null: TUMBLE has none. */
  readonly advance: Duration | null;
  readonly offset: Duration | null;
}

const examples = {
  TUMBLE: { takes: "a length", example: "TUMBLE(ts, INTERVAL '5' MINUTE)" },
  HOP: {
    takes: "two lengths",
    example: "HOP(ts, INTERVAL '1' MINUTE, INTERVAL '5' MINUTE), the advance first",
  },
};

/** Whether a call in GROUP BY makes a window. */
export function isGroupWindow({ name }: FunctionCall): boolean {
  return ["TUMBLE", "HOP", "SESSION"].includes(name.text.toUpperCase());
}

/** The window of `TUMBLE(ts, size)` or `HOP(ts, slide, size)`. @returns null after reporting why there is none. */
export function bindGroupWindow(call: FunctionCall, context: BindingContext): WindowSpec | null {
  const { report } = context;
  const name = call.name.text.toUpperCase() as GroupWindow;
  if (name === "SESSION")
    return report.unsupported("UNSUPPORTED_WINDOW_KIND", call.range, "SESSION windows are not run yet.", {
      hint: "Use TUMBLE(ts, INTERVAL '5' MINUTE).",
    });
  const measures = readMeasures(name, call.arguments);
  if (measures === null)
    return report.error(
      "BAD_WINDOW",
      call.range,
      `${name} takes a time column and ${examples[name].takes}.`,
      { hint: `Write ${examples[name].example}.` },
    );
  const { size, advance, offset } = measures;
  if (offset !== null)
    return report.unsupported(
      "UNSUPPORTED_WINDOW_ALIGNMENT",
      call.range,
      `A further argument of ${name} is not run here.`,
      { hint: `Write FROM TABLE(${name}(TABLE t, DESCRIPTOR(ts), …, offset)) to move the windows.` },
    );
  return bindWindowShape(
    advance ? { kind: "hopping", size, advance, offset } : { kind: "tumbling", size, offset },
    call.range,
    context,
  );
}

/** Whether `TUMBLE_START(ts, size)`, `HOP_END(ts, slide, size)` or their like, or such without arguments, mean a window. */
export function namesWindow({ name, arguments: written }: FunctionCall, spec: WindowSpec): boolean {
  const hops = name.text.toUpperCase().startsWith("HOP_");
  if (hops !== (spec.kind === "hopping")) return written.length === 0 && !hops;
  if (written.length === 0) return true;
  const measures = readMeasures(hops ? "HOP" : "TUMBLE", written);
  if (measures === null || spec.kind === "cumulate" || spec.kind === "session") return false;
  return (
    measures.size.ms === spec.size &&
    (measures.offset?.ms ?? 0) === spec.offset &&
    (spec.kind === "tumbling" || measures.advance?.ms === spec.advance)
  );
}

/** `(column, [slide,] size [, offset])`; null: other arguments. */
function readMeasures(name: "TUMBLE" | "HOP", [time, ...written]: readonly Expression[]): Measures | null {
  const lengths = written.filter((node) => node.kind === "interval");
  if (time?.kind !== "column" || lengths.length < written.length) return null;
  const advance = name === "HOP" ? lengths.shift() : null;
  const [size, offset = null, ...others] = lengths;
  return size === undefined || advance === undefined || others.length > 0 ? null : { size, advance, offset };
}
