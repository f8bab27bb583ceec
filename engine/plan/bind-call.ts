import type { SourceRange } from "../common/source-range.ts";
import { aggregateNames } from "../aggregate/registry.ts";
import type { DataType, Value } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";
import { findFunction, functionNames } from "../expression/function-registry.ts";
import type { ScalarFunction } from "../expression/scalar-function.ts";
import { bindTimeText } from "./bind-literal.ts";
import type { BindingContext } from "./binding-context.ts";
import { bound, type Bound } from "./bound.ts";
import { asTyped, callAdvice } from "./call-advice.ts";
import { castUnder } from "./cast-under.ts";
import type { Advice, DiagnosticList } from "./diagnostic-list.ts";
import { formNames } from "./form-documents.ts";
import { meantCall } from "./foreign-functions.ts";
import { nearestName } from "./nearest-name.ts";
import { functionsElsewhere, otherFunctions } from "./other-functions.ts";

/**
 * A call of a function or operator, its arguments cast to what it takes.
 * @param name as the registry spells it. @param nameRange where the name or operator stands.
 */
export function bindCall(
  name: string,
  given: readonly Bound[],
  range: SourceRange,
  context: BindingContext,
  nameRange: SourceRange = range,
): Bound | null {
  const { report, rules, limits } = context;
  const named = findScalarFunction(name, nameRange, report);
  if (named === null) return null;
  const meant = meantCall(named.name, given, limits.functions);
  if ("code" in meant) return report.refuse(meant, range);
  const called = findFunction(meant.name)!;
  const { values } = meant;
  const literals = values.map(literalOf);
  const resolution = called.resolve(
    values.map((value) => value.type),
    literals,
  );
  if ("problem" in resolution)
    return report.error(
      resolution.wrongCount ? "WRONG_ARGUMENT_COUNT" : "TYPE_MISMATCH",
      range,
      asTyped(resolution.problem, called.name, name),
      callAdvice(called, name, values, range, context),
    );
  if (called.name === "/" && rules.integerDivision === "toward-zero" && isWhole(values))
    return bindCall("div", values, range, context, nameRange);
  if (called.name === "/" && limits.exactDivision !== null && isExact(values))
    return report.refuse(limits.exactDivision, range);
  const wrong = called.literalProblem?.(literals) ?? null;
  if (wrong !== null)
    return report.error(
      "BAD_ARGUMENT",
      values[wrong.argument]!.range,
      wrong.sentence,
      insteadOf(wrong.instead) ?? callAdvice(called, name, values, range, context),
    );
  const parameters = values.map((value, index) =>
    bindParameter(value, resolution.parameters[index]!, context),
  );
  if (!parameters.every((parameter) => parameter !== null)) return null;
  return bound({ kind: "call", name: called.name, arguments: parameters, type: resolution.type }, range);
}

/** @param text the literal that was probably meant. */
function insteadOf(text: string | undefined): Advice | null {
  if (text === undefined) return null;
  const literal = `'${text.replaceAll("'", "''")}'`;
  return { hint: `Did you mean ${literal}?`, fix: literal };
}

function literalOf({ expression }: Bound): Value | undefined {
  return expression.kind === "literal" ? expression.value : undefined;
}

function isWhole(values: readonly Bound[]): boolean {
  return values.every(({ type }) => type === null || type.kind === "BIGINT");
}

/** Computed as a DECIMAL. */
function isExact(values: readonly Bound[]): boolean {
  return (
    values.some(({ type }) => type?.kind === "DECIMAL") &&
    values.every(({ type }) => type === null || type.kind === "BIGINT" || type.kind === "DECIMAL")
  );
}

/** The function or operator of that name. @returns null after reporting that there is none. */
export function findScalarFunction(
  name: string,
  range: SourceRange,
  report: DiagnosticList,
): ScalarFunction | null {
  const called = findFunction(name);
  if (called !== null) return called;
  const upper = name.toUpperCase();
  const elsewhere = functionsElsewhere.get(name.toLowerCase());
  if (elsewhere !== undefined)
    return report.unsupported("UNSUPPORTED_FUNCTION", range, elsewhere.message, { hint: elsewhere.hint });
  if (otherFunctions.has(name.toLowerCase()))
    return report.unsupported("UNSUPPORTED_FUNCTION", range, `${upper} is not run yet.`, {
      hint: "Leave it out, or write it with other functions.",
    });
  const near =
    nearestName(name, [...functionNames(), ...formNames(), ...aggregateNames()])?.toUpperCase() ?? null;
  return report.error("UNKNOWN_FUNCTION", range, `There is no function ${upper}.`, {
    hint: near === null ? "Leave it out, or write it with other functions." : `Did you mean ${near}?`,
    fix: near,
  });
}

/** A text literal for a time is read here, where a wrong one can still be shown. */
function bindParameter(value: Bound, type: DataType, context: BindingContext): Expression | null {
  const { expression, range } = value;
  const timely = type.kind === "TIMESTAMP" || type.kind === "DATE";
  if (timely && expression.kind === "literal" && typeof expression.value === "string")
    return bindTimeText(expression.value, type, range, context.report)?.expression ?? null;
  return castUnder(value, type, context);
}
