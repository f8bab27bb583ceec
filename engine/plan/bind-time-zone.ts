import { TIMESTAMP, typeName } from "../data/data-type.ts";
import type { Expression, FunctionCall } from "../sql/expression-ast.ts";
import type { BindingContext } from "./binding-context.ts";
import type { Bound } from "./bound.ts";
import { coerce } from "./coerce.ts";

/** The call that `x AT TIME ZONE z` is read as. */
export const timeZoneCall = "AT TIME ZONE";

const utc: ReadonlySet<string> = new Set(["utc", "gmt", "z", "etc/utc", "+00:00"]);

/** `x AT TIME ZONE 'UTC'` is x, for all times are UTC; other zones are refused. */
export function bindTimeZone(
  node: FunctionCall,
  bind: (node: Expression) => Bound | null,
  { report }: BindingContext,
): Bound | null {
  const [time, zone] = node.arguments;
  if (time === undefined || zone === undefined) return null;
  const value = bind(time);
  if (zone.kind !== "string" || !utc.has(zone.value.toLowerCase()))
    return report.unsupported(
      "UNSUPPORTED_TIME_ZONE",
      zone.range,
      "Times are UTC here; no other zone is known.",
      {
        hint: "Write 'UTC', or add the distance as an INTERVAL.",
      },
    );
  if (value === null) return null;
  if (value.type === null || value.type.kind === "TIMESTAMP")
    return { expression: coerce(value, TIMESTAMP), type: TIMESTAMP, range: node.range };
  return report.error(
    "TYPE_MISMATCH",
    time.range,
    `AT TIME ZONE takes a TIMESTAMP, not ${typeName(value.type)}.`,
    { hint: "CAST it to TIMESTAMP." },
  );
}
