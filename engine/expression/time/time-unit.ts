import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  SECOND_MS,
  civilOfDay,
  dateOfCivil,
  dayOfTime,
  daysInMonth,
  firstDayOfMonth,
  monthOfCivil,
  weekdayOfDay,
} from "../../data/civil-day.ts";
import type { PairLoop } from "../math-loops.ts";
import type { NumericLoop } from "../numeric-loops.ts";
import { ofDay } from "./of-day.ts";

/** A step of the clock or of the calendar. Weeks begin on Monday. */
export type TimeUnit =
  "MILLISECOND" | "SECOND" | "MINUTE" | "HOUR" | "DAY" | "WEEK" | "MONTH" | "QUARTER" | "YEAR";

/** Units of one length have it in ms, the others in months. */
const lengths: Readonly<Record<TimeUnit, { readonly ms: number } | { readonly months: number }>> = {
  MILLISECOND: { ms: 1 },
  SECOND: { ms: SECOND_MS },
  MINUTE: { ms: MINUTE_MS },
  HOUR: { ms: HOUR_MS },
  DAY: { ms: DAY_MS },
  WEEK: { ms: 7 * DAY_MS },
  MONTH: { months: 1 },
  QUARTER: { months: 3 },
  YEAR: { months: 12 },
};

/** All units, shortest first. */
export const timeUnits: readonly TimeUnit[] = Object.keys(lengths) as TimeUnit[];

/** @param name in any case, singular or plural, also as `SQL_TSI_DAY`. @returns null where it is no unit. */
export function timeUnitOf(name: string): TimeUnit | null {
  const plain = name.toUpperCase().replace(/^SQL_TSI_/, "");
  for (const candidate of [plain, plain.replace(/S$/, "")])
    if (Object.hasOwn(lengths, candidate)) return candidate as TimeUnit;
  return null;
}

/** Whether a DATE stays one when it is moved by the unit. */
export function isWholeDays(unit: TimeUnit): boolean {
  const length = lengths[unit];
  return "months" in length || length.ms % DAY_MS === 0;
}

/** The last beginning of the unit at or before each time. */
export function truncating(unit: TimeUnit): NumericLoop {
  const length = lengths[unit];
  if (unit === "WEEK") return weekStarts;
  if ("months" in length) return monthStarts(length.months);
  const { ms } = length;
  return (times, out) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.floor(times[i] / ms) * ms;
  };
}

/** The first beginning of the unit at or after each time. */
export function raising(unit: TimeUnit): NumericLoop {
  const truncate = truncating(unit);
  const add = adding(unit, 1);
  const one = Float64Array.of(1);
  return (times, out) => {
    const starts = new Float64Array(out.length);
    truncate(times, starts);
    add(one, 0, starts, -1, out);
    for (let i = 0; i < out.length; i++) if (starts[i] === times[i]) out[i] = times[i];
  };
}

const weekStarts = ofDay((day) => (day - weekdayOfDay(day)) * DAY_MS);

function monthStarts(months: number): NumericLoop {
  return ofDay((day) => {
    const month = monthOfCivil(civilOfDay(day));
    return firstDayOfMonth(Math.floor(month / months) * months) * DAY_MS;
  });
}

/**
 * Times (the second array) moved by counts (the first) of units, forward (1) or back (-1). A day that the month does not
 * have becomes its last.
 */
export function adding(unit: TimeUnit, direction: 1 | -1): PairLoop {
  const length = lengths[unit];
  if ("months" in length) {
    const months = direction * length.months;
    return (counts, countMask, times, timeMask, out) => {
      for (let i = 0; i < out.length; i++)
        out[i] = addMonths(times[i & timeMask], counts[i & countMask] * months);
    };
  }
  const ms = direction * length.ms;
  return (counts, countMask, times, timeMask, out) => {
    for (let i = 0; i < out.length; i++) out[i] = times[i & timeMask] + counts[i & countMask] * ms;
  };
}

function addMonths(time: number, months: number): number {
  const day = dayOfTime(time);
  const civil = civilOfDay(day);
  const month = monthOfCivil(civil) + months;
  const date = Math.min(dateOfCivil(civil), daysInMonth(month));
  return (firstDayOfMonth(month) + date - 1 - day) * DAY_MS + time;
}

/** How many whole units lie between two times; below 0 where the second is before the first. */
export function elapsed(unit: TimeUnit): PairLoop {
  const length = lengths[unit];
  if ("months" in length) {
    const { months } = length;
    return (from, fromMask, to, toMask, out) => {
      for (let i = 0; i < out.length; i++)
        out[i] = Math.trunc(monthsBetween(from[i & fromMask], to[i & toMask]) / months) + 0;
    };
  }
  const { ms } = length;
  return (from, fromMask, to, toMask, out) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.trunc((to[i & toMask] - from[i & fromMask]) / ms) + 0;
  };
}

/**
 * How many beginnings of days, weeks, months, quarters or years lie between two times; of shorter units those that
 * passed as a whole.
 */
export function crossed(unit: TimeUnit): PairLoop {
  const length = lengths[unit];
  if ("months" in length) return crossedMonths(length.months);
  if (unit === "WEEK") return crossedWeeks;
  return unit === "DAY" ? crossedDays : elapsed(unit);
}

const crossedDays: PairLoop = (from, fromMask, to, toMask, out) => {
  for (let i = 0; i < out.length; i++) out[i] = dayOfTime(to[i & toMask]) - dayOfTime(from[i & fromMask]);
};

const crossedWeeks: PairLoop = (from, fromMask, to, toMask, out) => {
  for (let i = 0; i < out.length; i++) out[i] = weekOf(to[i & toMask]) - weekOf(from[i & fromMask]);
};

function crossedMonths(months: number): PairLoop {
  const unitOf = (time: number): number => Math.floor(monthOfCivil(civilOfDay(dayOfTime(time))) / months);
  return (from, fromMask, to, toMask, out) => {
    for (let i = 0; i < out.length; i++) out[i] = unitOf(to[i & toMask]) - unitOf(from[i & fromMask]);
  };
}

/** Weeks since the one of 1 January 1970. */
function weekOf(time: number): number {
  return Math.floor((dayOfTime(time) + 3) / 7);
}

/** A month has passed when its day and time of day come again. */
function monthsBetween(from: number, to: number): number {
  if (to < from) return -monthsBetween(to, from);
  const start = civilOfDay(dayOfTime(from));
  const end = civilOfDay(dayOfTime(to));
  const late = (dateOfCivil(start) - dateOfCivil(end)) * DAY_MS + timeOfDay(from) - timeOfDay(to);
  return monthOfCivil(end) - monthOfCivil(start) - (late > 0 ? 1 : 0);
}

function timeOfDay(time: number): number {
  return time - dayOfTime(time) * DAY_MS;
}
