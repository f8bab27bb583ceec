import type { SourceRange } from "../common/source-range.ts";
import { typeName } from "../data/data-type.ts";
import { comparableTypes, isNumeric } from "../expression/type-rules.ts";
import type { BindingContext } from "./binding-context.ts";
import type { Bound } from "./bound.ts";
import type { Advice } from "./diagnostic-list.ts";

const comparisons: ReadonlySet<string> = new Set([
  "=",
  "<>",
  "<",
  "<=",
  ">",
  ">=",
  "is distinct from",
  "is not distinct from",
]);

/**
 * What to do about two values that cannot be compared: a number in quotes loses them, a text is CAST to a number.
 * @param name of the operator, as the registry has it. @param range what the fix replaces: both values, or one of them.
 * @returns null for other operators, and where nothing is certain.
 */
export function comparisonAdvice(
  name: string,
  values: readonly Bound[],
  range: SourceRange,
  { sql }: BindingContext,
): Advice | null {
  const [left, right] = values;
  if (!comparisons.has(name) || left === undefined || right === undefined || values.length > 2) return null;
  return adviceFor(left, right, range, sql) ?? adviceFor(right, left, range, sql);
}

function adviceFor(text: Bound, number: Bound, range: SourceRange, sql: string): Advice | null {
  if (text.type?.kind !== "STRING" || number.type === null || !isNumeric(number.type)) return null;
  const { expression } = text;
  const written = expression.kind === "literal" ? String(expression.value).trim() : "";
  const shown = sql.slice(text.range.start, text.range.end);
  if (expression.kind !== "literal")
    return { hint: `A text becomes a number by CAST(${shown} AS ${typeName(number.type)}).` };
  if (!/^-?\d{1,18}(\.\d{1,18})?$/.test(written)) return null;
  const before = sql.slice(range.start, text.range.start);
  const after = sql.slice(text.range.end, range.end);
  return { hint: `Write the number without quotes: ${written}.`, fix: before + written + after };
}

/**
 * Reports each item that cannot be compared with the operand, where it stands.
 * @param name what compares them, in messages: "IN". @returns Whether all can be.
 */
export function checkComparable(
  name: string,
  operand: Bound,
  items: readonly Bound[],
  context: BindingContext,
): boolean {
  const wrong = items.filter((item) => comparableTypes([operand.type, item.type]) === null);
  for (const item of wrong)
    context.report.error(
      "TYPE_MISMATCH",
      item.range,
      `${name} cannot compare ${typeName(operand.type!)} with ${typeName(item.type!)}; CAST one of them.`,
      comparisonAdvice("=", [operand, item], item.range, context) ?? {
        hint: `CAST(value AS ${typeName(operand.type!)}) makes it one.`,
      },
    );
  return wrong.length === 0;
}
