import { STRING } from "../data/data-type.ts";
import { timePartOf, timeParts } from "../expression/time/time-part.ts";
import { isWholeDays, timeUnitOf } from "../expression/time/time-unit.ts";
import type { Expression, Extract, FunctionCall } from "../sql/expression-ast.ts";
import { bindCall } from "./bind-call.ts";
import type { FormBinder } from "./bind-form.ts";
import { bound, type Bound } from "./bound.ts";
import { nearestName } from "./nearest-name.ts";

/** Functions whose first argument is a unit or a part of time; a bare word there is no column. */
const unitFirst = new Set(["extract", "date_trunc", "datediff", "timestampdiff", "dateadd", "datesub"]);

/** `FLOOR(x TO DAY)`, which the tree has as FLOOR(x, 'DAY'). */
const unitLast: Readonly<Record<string, string>> = { floor: "floor to", ceil: "ceil to" };

/** Binds a call that names a unit or a part of time. @returns undefined where `name` is no such function. */
export function bindUnitCall(name: string, node: FunctionCall, binder: FormBinder): Bound | null | undefined {
  const [first, ...others] = node.arguments;
  if (first === undefined) return undefined;
  if (unitFirst.has(name)) return bindUnit(name, first, others, node, binder);
  const [unit] = others;
  if (!Object.hasOwn(unitLast, name) || unit?.kind !== "string") return undefined;
  return bindUnit(unitLast[name]!, unit, [first, ...others.slice(1)], node, binder);
}

/** `EXTRACT(part FROM x)`. */
export function bindExtract({ part, operand, range }: Extract, { bind, context }: FormBinder): Bound | null {
  const value = bind(operand);
  if (timePartOf(part) !== null)
    return value && bindCall("extract", [textOf(part, range), value], range, context);
  const near = nearestName(part, timeParts);
  return context.report.error(
    "BAD_ARGUMENT",
    rangeOfPart(part, range, context.sql),
    `${part} is no part of time.`,
    {
      hint: near === null ? `The parts are: ${timeParts.join(", ")}.` : `Did you mean ${near}?`,
      fix: near,
    },
  );
}

/** The word behind the parenthesis. */
function rangeOfPart(part: string, { start, end }: Extract["range"], sql: string): Extract["range"] {
  const text = sql.slice(start, end).toUpperCase();
  const at = start + text.indexOf(part, text.indexOf("("));
  return { start: at, end: at + part.length };
}

function bindUnit(
  name: string,
  unit: Expression,
  others: readonly Expression[],
  { range, name: called }: FunctionCall,
  { bind, context }: FormBinder,
): Bound | null {
  const word = wordOf(unit);
  const values = [word === null ? bind(unit) : textOf(word, unit.range), ...others.map((one) => bind(one))];
  if (!values.every((value) => value !== null)) return null;
  const result = bindCall(name, values, range, context, called.range);
  const length = timeUnitOf(word ?? "");
  if (result?.type?.kind !== "DATE" || length === null || isWholeDays(length)) return result;
  return context.report.error("TYPE_MISMATCH", range, `A DATE has no ${length}.`, {
    hint: "CAST it to TIMESTAMP.",
  });
}

/** `'day'`, or DAY as a bare word. */
function wordOf(node: Expression): string | null {
  if (node.kind === "string") return node.value;
  return node.kind === "column" && node.qualifier === null && !node.name.quoted ? node.name.text : null;
}

function textOf(value: string, range: Bound["range"]): Bound {
  return bound({ kind: "literal", value, type: STRING }, range);
}
