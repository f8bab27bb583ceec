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

/** A function of one time. */
export type TimeFunction = (time: number) => number;

/** @returns The last beginning of a unit at or before a time. */
export function truncating(unit: TimeUnit): TimeFunction {
  const length = lengths[unit];
  if (unit === "WEEK")
    return (time) => {
      const day = dayOfTime(time);
      return (day - weekdayOfDay(day)) * DAY_MS;
    };
  if ("ms" in length) return (time) => Math.floor(time / length.ms) * length.ms;
  const { months } = length;
  return (time) => {
    const month = monthOfCivil(civilOfDay(dayOfTime(time)));
    return firstDayOfMonth(Math.floor(month / months) * months) * DAY_MS;
  };
}

/** @returns The first beginning of a unit at or after a time. */
export function raising(unit: TimeUnit): TimeFunction {
  const truncate = truncating(unit);
  const add = adding(unit);
  return (time) => {
    const start = truncate(time);
    return start === time ? time : add(start, 1);
  };
}

/** @returns A time moved by `count` units, of any sign. A day that the month does not have becomes its last. */
export function adding(unit: TimeUnit): (time: number, count: number) => number {
  const length = lengths[unit];
  if ("ms" in length) return (time, count) => time + count * length.ms;
  return (time, count) => addMonths(time, count * length.months);
}

function addMonths(time: number, months: number): number {
  const day = dayOfTime(time);
  const civil = civilOfDay(day);
  const month = monthOfCivil(civil) + months;
  const date = Math.min(dateOfCivil(civil), daysInMonth(month));
  return (firstDayOfMonth(month) + date - 1 - day) * DAY_MS + time;
}

/** @returns How many whole units lie between two times; below 0 where `to` is before `from`. */
export function elapsed(unit: TimeUnit): (from: number, to: number) => number {
  const length = lengths[unit];
  if ("ms" in length) return (from, to) => Math.trunc((to - from) / length.ms) + 0;
  return (from, to) => Math.trunc(monthsBetween(from, to) / length.months) + 0;
}

/**
 * @returns How many beginnings of days, weeks, months, quarters or years lie between two times; of shorter units those
 *   that passed as a whole.
 */
export function crossed(unit: TimeUnit): (from: number, to: number) => number {
  const length = lengths[unit];
  if (unit === "DAY") return (from, to) => dayOfTime(to) - dayOfTime(from);
  if (unit === "WEEK") return (from, to) => weekOf(to) - weekOf(from);
  if ("ms" in length) return elapsed(unit);
  const { months } = length;
  const unitOf: TimeFunction = (time) => Math.floor(monthOfCivil(civilOfDay(dayOfTime(time))) / months);
  return (from, to) => unitOf(to) - unitOf(from);
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
