/** A length of time in whole milliseconds, or why the text is none. */
export type ParsedDuration =
  | { readonly ok: true; readonly ms: number }
  | {
      readonly ok: false;
      readonly problem: "malformed" | "unknown-unit" | "calendar-unit" | "too-fine" | "too-large";
      /** One sentence for people. */
      readonly reason: string;
    };

const millisecondsOf: ReadonlyMap<string, bigint> = new Map(
  Object.entries({
    "ms msec msecs milli millis millisecond milliseconds": 1n,
    "s sec secs second seconds": 1_000n,
    "m min mins minute minutes": 60_000n,
    "h hr hrs hour hours": 3_600_000n,
    "d day days": 86_400_000n,
    "w week weeks": 604_800_000n,
  }).flatMap(([names, ms]) => names.split(" ").map((name) => [name, ms] as const)),
);

const calendarUnits = /^(month|mon|quarter|year|yr|decade|century)s?$/i;
const fineUnits = /^(us|µs|μs|ns|usecs?|nsecs?|micros?|nanos?|microseconds?|nanoseconds?)$/i;
const amountPattern = /^[+-]?(\d+(?:\.\d*)?|\.\d+)$/;
const partPattern = /([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*([\p{L}]+)\s*/uy;
const partsAndClock = /^(.*\p{L})\s+([+-]?\d{1,4}:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)$/u;
const clockPattern = /^([+-]?)(\d{1,4}):([0-5]\d)(?::([0-5]\d(?:\.\d+)?))?$/;

/** Longer amounts are refused before any arithmetic. */
const longestAmount = 40;

/** Units with a time of day behind them are shorter than this. */
const longestMixed = 100;

/**
 * The duration that an amount and a unit make: `("5", "MINUTE")`, `("-1.22", "seconds")`.
 * The amount is a decimal number of any sign without an exponent; units are read in any letter case.
 */
export function durationOf(amount: string, unit: string): ParsedDuration {
  const text = amount.trim();
  if (!amountPattern.test(text)) return malformed(amount);
  if (text.length > longestAmount) return tooLarge;
  const ms = millisecondsOf.get(unit.toLowerCase());
  if (ms === undefined) return refuseUnit(unit);
  const [whole = "", fraction = ""] = text.replace(/^[+-]/, "").split(".");
  const scale = 10n ** BigInt(fraction.length);
  const scaled = BigInt(whole + fraction) * ms;
  if (scaled % scale !== 0n)
    return { ok: false, problem: "too-fine", reason: "Durations are whole milliseconds; this one is finer." };
  const total = Number(scaled / scale);
  if (!Number.isSafeInteger(total)) return tooLarge;
  return { ok: true, ms: text.startsWith("-") && total !== 0 ? -total : total };
}

/**
 * Reads a whole text as a duration: `5m`, `500 ms`, `1 hour 30 minutes`, `00:10:00`, `1 day 02:00`,
 * `INTERVAL '5' MINUTE`, and a bare number as seconds. Letter case and spaces around do not matter.
 */
export function parseDuration(text: string): ParsedDuration {
  const interval = /^INTERVAL\s*'([^']*)'\s*(\p{L}*)$/iu.exec(text.trim());
  if (interval) {
    const [, amount = "", unit = ""] = interval;
    return unit === "" ? parseDuration(amount) : durationOf(amount, unit);
  }
  const trimmed = text.trim();
  if (amountPattern.test(trimmed)) return durationOf(trimmed, "s");
  const clock = clockPattern.exec(trimmed);
  if (clock) {
    const [, sign = "", hours = "0", minutes = "0", seconds = "0"] = clock;
    return sum([
      durationOf(sign + hours, "h"),
      durationOf(sign + minutes, "m"),
      durationOf(sign + seconds, "s"),
    ]);
  }
  const mixed = trimmed.length > longestMixed ? null : partsAndClock.exec(trimmed);
  if (mixed) return sum([parseDuration(mixed[1]!), parseDuration(mixed[2]!)]);
  const parts: ParsedDuration[] = [];
  partPattern.lastIndex = 0;
  while (partPattern.lastIndex < trimmed.length) {
    const part = partPattern.exec(trimmed);
    if (part === null) return malformed(trimmed);
    parts.push(durationOf(part[1]!, part[2]!));
  }
  return parts.length === 0 ? malformed(trimmed) : sum(parts);
}

/**
 * ms: the most that a window can be long and anything can be waited for, a million days. With several of them around it every
 * time of the calendar is an exact number still.
 */
export const LONGEST_LENGTH: number = 86_400_000 * 1_000_000;

/** What was read, as a length of a window or a wait; of either sign. */
export function asLength(parsed: ParsedDuration): ParsedDuration {
  return parsed.ok && Math.abs(parsed.ms) > LONGEST_LENGTH
    ? { ok: false, problem: "too-large", reason: "Windows and waits are a million days long at most." }
    : parsed;
}

/** For messages: `5 s`, `1 min 30 s`, `23 h 59 min 59.999 s`, `-250 ms`. @param ms Whole milliseconds. */
export function formatDuration(ms: number): string {
  if (!Number.isFinite(ms)) return ms > 0 ? "∞" : "-∞";
  const length = Math.abs(ms);
  const sign = ms < 0 ? "-" : "";
  if (length < 1_000) return `${sign}${length} ms`;
  const parts = [
    [Math.floor(length / 86_400_000), "d"],
    [Math.floor(length / 3_600_000) % 24, "h"],
    [Math.floor(length / 60_000) % 60, "min"],
    [(length % 60_000) / 1_000, "s"],
  ] as const;
  return sign + parts.flatMap(([amount, unit]) => (amount === 0 ? [] : [`${amount} ${unit}`])).join(" ");
}

const tooLarge: ParsedDuration = {
  ok: false,
  problem: "too-large",
  reason: "This duration is longer than a time can be.",
};

function malformed(text: string): ParsedDuration {
  const shown = text.length > longestAmount ? `${text.slice(0, longestAmount)}…` : text;
  return { ok: false, problem: "malformed", reason: `\`${shown}\` is not a duration.` };
}

function refuseUnit(unit: string): ParsedDuration {
  const shown = unit.length > longestAmount ? `${unit.slice(0, longestAmount)}…` : unit;
  if (calendarUnits.test(unit))
    return {
      ok: false,
      problem: "calendar-unit",
      reason: `${shown.toUpperCase()} has no fixed length in milliseconds.`,
    };
  if (fineUnits.test(unit))
    return { ok: false, problem: "too-fine", reason: `Durations are whole milliseconds; ${shown} is finer.` };
  return { ok: false, problem: "unknown-unit", reason: `\`${shown}\` is not a unit of time.` };
}

function sum(parts: readonly ParsedDuration[]): ParsedDuration {
  let total = 0;
  for (const part of parts) {
    if (!part.ok) return part;
    total += part.ms;
  }
  return Number.isSafeInteger(total) ? { ok: true, ms: total } : tooLarge;
}
