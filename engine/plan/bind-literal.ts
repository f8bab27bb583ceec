import type { SourceRange } from "../common/source-range.ts";
import {
  BIGINT,
  BOOLEAN,
  type DataType,
  DATE,
  DOUBLE,
  INTERVAL,
  STRING,
  TIMESTAMP,
  decimal,
} from "../data/data-type.ts";
import { parseDecimal } from "../data/decimal.ts";
import { parseTimestamp } from "../data/timestamp-text.ts";
import { MAX_PRECISION } from "../expression/type-rules.ts";
import type { Literal } from "../sql/expression-ast.ts";
import { bound, untypedNull, type Bound } from "./bound.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";

const largest = (1n << 63n) - 1n;

/** @param negative whether a minus stands before it: only then does -9223372036854775808 fit. */
export function bindLiteral(node: Literal, negative: boolean, report: DiagnosticList): Bound | null {
  const { range } = node;
  const sign = negative ? -1n : 1n;
  switch (node.kind) {
    case "integer": {
      const value = sign * node.value;
      if (value > largest || value < -largest - 1n)
        return report.error("NUMBER_OUT_OF_RANGE", range, "This number does not fit a BIGINT of 64 bits.", {
          hint: "Write it with an exponent to make it a DOUBLE: 1e20.",
        });
      return bound({ kind: "literal", value, type: BIGINT }, range);
    }
    case "decimal": {
      const [whole = "", fraction = ""] = node.text.split(".");
      const digits = whole.replace(/^0+/, "").length + fraction.length;
      if (digits > MAX_PRECISION)
        return report.error("NUMBER_OUT_OF_RANGE", range, `A DECIMAL has at most ${MAX_PRECISION} digits.`, {
          hint: "Write fewer digits, or add an exponent to make it a DOUBLE: 1.5e0.",
        });
      const value = sign * (parseDecimal(node.text, fraction.length) ?? 0n);
      return bound({ kind: "literal", value, type: decimal(Math.max(1, digits), fraction.length) }, range);
    }
    case "float":
      return bound({ kind: "literal", value: Number(sign) * node.value, type: DOUBLE }, range);
    case "string":
      return bound({ kind: "literal", value: node.value, type: STRING }, range);
    case "boolean":
      return bound({ kind: "literal", value: node.value, type: BOOLEAN }, range);
    case "null":
      return untypedNull(range);
    case "interval":
      return bound({ kind: "literal", value: node.ms, type: INTERVAL }, range);
    case "time":
      return bindTimeText(node.text, node.type === "DATE" ? DATE : TIMESTAMP, range, report);
  }
}

/** A text where a TIMESTAMP or a DATE is wanted. */
export function bindTimeText(
  text: string,
  type: DataType,
  range: SourceRange,
  report: DiagnosticList,
): Bound | null {
  const value = parseTimestamp(text);
  const isDate = type.kind === "DATE";
  if (value !== null && !(isDate && text.trim().length > DATE_LENGTH))
    return bound({ kind: "literal", value, type }, range);
  if (isDate)
    return report.error("BAD_TIME", range, `'${text}' is not a date.`, {
      hint:
        value === null
          ? "Write it as '2026-01-31'."
          : "Write TIMESTAMP before it, or leave the time of day out.",
    });
  return report.error("BAD_TIME", range, `'${text}' is not a time.`, {
    hint: "Write it as '2026-01-31 12:00:00' or '2026-01-31'; times are UTC.",
  });
}

/** Characters of `2026-01-31`. */
const DATE_LENGTH = 10;
