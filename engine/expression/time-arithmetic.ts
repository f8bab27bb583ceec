import { DOUBLE, type DataType, INTERVAL, TIMESTAMP, typeName } from "../data/data-type.ts";
import type { ArithmeticOperator } from "./arithmetic-kernels.ts";
import type { Resolution } from "./scalar-function.ts";
import { isNumeric } from "./type-rules.ts";

/** @returns Whether the rules of times and lengths of time hold: one of the types is TIMESTAMP, DATE or INTERVAL. */
export function isTimely(type: DataType | null): boolean {
  return type !== null && (isTime(type) || type.kind === "INTERVAL");
}

/**
 * TIMESTAMP or DATE ± INTERVAL is a TIMESTAMP, and the difference of two of them an INTERVAL; INTERVAL ± INTERVAL,
 * INTERVAL * number and INTERVAL / number are INTERVALs; INTERVAL / INTERVAL is a DOUBLE. An untyped NULL takes the type that makes sense.
 */
export function resolveTimes(
  name: string,
  operator: ArithmeticOperator,
  a: DataType | null,
  b: DataType | null,
): Resolution {
  if (operator === "+" || operator === "-") {
    const left = a ?? (isTime(b!) && operator === "-" ? TIMESTAMP : INTERVAL);
    const right = b ?? INTERVAL;
    if (isTime(left) && right.kind === "INTERVAL")
      return { type: TIMESTAMP, parameters: [TIMESTAMP, INTERVAL] };
    if (left.kind === "INTERVAL" && right.kind === "INTERVAL")
      return { type: INTERVAL, parameters: [INTERVAL, INTERVAL] };
    if (operator === "+" && left.kind === "INTERVAL" && isTime(right))
      return { type: TIMESTAMP, parameters: [INTERVAL, TIMESTAMP] };
    if (operator === "-" && isTime(left) && isTime(right))
      return { type: INTERVAL, parameters: [TIMESTAMP, TIMESTAMP] };
  } else if (operator === "*" && (b?.kind === "INTERVAL" || a?.kind === "INTERVAL")) {
    const [left, right] = a?.kind === "INTERVAL" ? [INTERVAL, b ?? DOUBLE] : [a ?? DOUBLE, INTERVAL];
    if (isNumeric(left) || isNumeric(right))
      return { type: INTERVAL, parameters: [left, right].map((type) => (isNumeric(type) ? DOUBLE : type)) };
  } else if (operator === "/" && a?.kind === "INTERVAL" && (b === null || isNumeric(b)))
    return { type: INTERVAL, parameters: [INTERVAL, DOUBLE] };
  else if (operator === "/" && a?.kind === "INTERVAL" && b?.kind === "INTERVAL")
    return { type: DOUBLE, parameters: [INTERVAL, INTERVAL] };
  return { problem: problemOf(name, operator, a, b) };
}

function problemOf(
  name: string,
  operator: ArithmeticOperator,
  a: DataType | null,
  b: DataType | null,
): string {
  const [left, right] = [a, b].map((type) => (type === null ? "NULL" : typeName(type)));
  if (operator === "+" || operator === "-") {
    const shifted = [a, b].some((type) => type !== null && isNumeric(type));
    const advice = shifted ? "; write the length as an INTERVAL: INTERVAL '5' SECOND" : "";
    return `${name} does not work on ${left} and ${right}${advice}.`;
  }
  return `${name} does not work on ${left} and ${right}; CAST to BIGINT to compute with milliseconds.`;
}

function isTime(type: DataType): boolean {
  return type.kind === "TIMESTAMP" || type.kind === "DATE";
}
