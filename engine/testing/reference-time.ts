import type { DataType, Value } from "../data/data-type.ts";

const units = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1_000],
  ["ms", 1],
] as const;

/** `1h 5m`, every part with the sign of the whole. */
export function intervalText(ms: number): string {
  const parts = units.map(([unit, length], index) => {
    const rest = index === 0 ? Math.abs(ms) : Math.abs(ms) % units[index - 1]![1];
    return [Math.trunc(rest / length), unit] as const;
  });
  const written = parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${ms < 0 ? "-" : ""}${amount}${unit}`);
  return written.join(" ") || "0s";
}

export function dateText(ms: number): string {
  return new Date(ms).toISOString().replace(/T.*/, "");
}

/** + - * / of times, lengths of time and numbers: ms rounded half away from zero, NULL where no calendar or number holds it. */
export function timeArithmetic(operator: string, a: Value, b: Value, type: DataType): number | null {
  const [left, right] = [Number(a), Number(b)];
  if (operator === "/" && right === 0) return null;
  const exact = { "+": left + right, "-": left - right, "*": left * right, "/": left / right }[operator];
  if (exact === undefined || !Number.isFinite(exact)) return null;
  const ms = Math.sign(exact) * Math.round(Math.abs(exact));
  const limit = type.kind === "TIMESTAMP" ? 8.64e15 : Number.MAX_SAFE_INTEGER;
  return Math.abs(ms) <= limit ? ms : null;
}

/** A date, perhaps with a time of day, UTC; NULL where the text is none or the calendar has no such day. */
export function timeFromText(text: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[ Tt](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?[Zz]?)?$/.exec(
    text.trim(),
  );
  if (match === null) return null;
  const [, date, month, day, hour = "00", minute = "00", second = "00", fraction = ""] = match;
  const iso = `${date}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, "0").slice(0, 3)}Z`;
  const time = new Date(iso);
  return !Number.isNaN(time.getTime()) && time.toISOString() === iso ? time.getTime() : null;
}
