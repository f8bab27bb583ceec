import type { ParsedDuration } from "../common/duration.ts";

const units = ["DAY", "HOUR", "MINUTE", "SECOND"] as const;
const milliseconds = [86_400_000, 3_600_000, 60_000, 1_000] as const;
/** The largest value of a field behind another. */
const largest = [Infinity, 23, 59, 59] as const;

/**
 * Reads an interval of several fields: `("1 02:03:04", "DAY", "SECOND")`, `("1:30", "MINUTE", "SECOND")`. Seconds may
 * have up to three decimals; a sign before the first field counts for all.
 * @param from, to units in upper case.
 */
export function intervalOfFields(text: string, from: string, to: string): ParsedDuration {
  const first = units.findIndex((unit) => unit === from);
  const last = units.findIndex((unit) => unit === to);
  if (first < 0 || last <= first)
    return malformed("TO stands between two units of time, the larger one first.");
  const shape = example(first, last);
  const fields = /^([+-]?)(\d{1,9}(?:[ :]\d{1,2})*)(?:\.(\d{1,3}))?$/.exec(text.trim());
  const [, sign = "", digits = "", fraction = ""] = fields ?? [];
  const separators = digits.replaceAll(/\d/g, "");
  const values = digits.split(/[ :]/).map(Number);
  const wrong =
    fields === null ||
    separators !== (first === 0 ? " " : "") + ":".repeat(last - first - (first === 0 ? 1 : 0)) ||
    (fraction !== "" && to !== "SECOND") ||
    values.some((value, index) => index > 0 && value > largest[first + index]!);
  if (wrong) return malformed(`An interval of ${from} TO ${to} is written like '${shape}'.`);
  const ms = values.reduce((sum, value, index) => sum + value * milliseconds[first + index]!, 0);
  const total = ms + Number(fraction.padEnd(3, "0"));
  return { ok: true, ms: sign === "-" ? 0 - total : total };
}

function example(first: number, last: number): string {
  const parts = ["1", "02", "03", "04"].slice(first, last + 1);
  return first === 0 ? `${parts[0]} ${parts.slice(1).join(":")}` : parts.join(":");
}

function malformed(reason: string): ParsedDuration {
  return { ok: false, problem: "malformed", reason };
}
