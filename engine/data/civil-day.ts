/**
 * The calendar (Gregorian, also before it was used) in plain arithmetic, for loops that make no Date objects. Days are
 * counted from 1 January 1970, months from January of the year 0; both may be below 0.
 */

export const SECOND_MS = 1000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** Days from 1 March of the year 0, where leap days end a year, to 1 January 1970. */
const EPOCH_DAY = 719_468;
const DAYS_IN_400_YEARS = 146_097;
/** A month's number takes the digits above these, its day those below. */
const DAYS = 32;

/** @param time ms since the epoch. */
export function dayOfTime(time: number): number {
  return Math.floor(time / DAY_MS);
}

/** Month and day of a day, packed into one integer for `monthOfCivil` and `dateOfCivil`. */
export function civilOfDay(day: number): number {
  const shifted = day + EPOCH_DAY;
  const cycle = Math.floor(shifted / DAYS_IN_400_YEARS);
  const inCycle = shifted - cycle * DAYS_IN_400_YEARS;
  const leaps = Math.floor(inCycle / 1460) - Math.floor(inCycle / 36_524) + Math.floor(inCycle / 146_096);
  const year = Math.floor((inCycle - leaps) / 365);
  const inYear = inCycle - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  // Months from March have 31, 30, 31, 30, 31 days and again: 153 days in five.
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const date = inYear - Math.floor((153 * fromMarch + 2) / 5);
  return ((cycle * 400 + year) * 12 + fromMarch + 2) * DAYS + date;
}

/** Months since January of the year 0. */
export function monthOfCivil(civil: number): number {
  return Math.floor(civil / DAYS);
}

/** Day of the month, from 1. */
export function dateOfCivil(civil: number): number {
  return civil - Math.floor(civil / DAYS) * DAYS + 1;
}

export function yearOfMonth(month: number): number {
  return Math.floor(month / 12);
}

/** @returns The first day of a month. */
export function firstDayOfMonth(month: number): number {
  const fromMarch = month - 2;
  const year = Math.floor(fromMarch / 12);
  const cycle = Math.floor(year / 400);
  const inCycle = year - cycle * 400;
  const inYear = Math.floor((153 * (fromMarch - year * 12) + 2) / 5);
  return (
    cycle * DAYS_IN_400_YEARS +
    inCycle * 365 +
    Math.floor(inCycle / 4) -
    Math.floor(inCycle / 100) +
    inYear -
    EPOCH_DAY
  );
}

export function daysInMonth(month: number): number {
  return firstDayOfMonth(month + 1) - firstDayOfMonth(month);
}

export function yearOfDay(day: number): number {
  return yearOfMonth(monthOfCivil(civilOfDay(day)));
}

/** 0 for Monday … 6 for Sunday. */
export function weekdayOfDay(day: number): number {
  return day + 3 - Math.floor((day + 3) / 7) * 7;
}

/** Day of the year, from 1. */
export function dayOfYear(day: number): number {
  return day - firstDayOfMonth(yearOfDay(day) * 12) + 1;
}

/** The year that the ISO week of a day belongs to: that of its Thursday. */
export function isoYearOfDay(day: number): number {
  return yearOfDay(day - weekdayOfDay(day) + 3);
}

/** ISO week, 1 … 53. */
export function isoWeekOfDay(day: number): number {
  const thursday = day - weekdayOfDay(day) + 3;
  return Math.floor((dayOfYear(thursday) - 1) / 7) + 1;
}
