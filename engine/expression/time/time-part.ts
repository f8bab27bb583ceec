import {
  HOUR_MS,
  MINUTE_MS,
  SECOND_MS,
  DAY_MS,
  civilOfDay,
  dateOfCivil,
  dayOfYear,
  isoWeekOfDay,
  isoYearOfDay,
  monthOfCivil,
  weekdayOfDay,
  yearOfDay,
} from "../../data/civil-day.ts";
import type { NumericLoop } from "../numeric-loops.ts";
import { ofDay } from "./of-day.ts";

/** What EXTRACT takes out of a time, UTC. Parts below the second are of what the second leaves: 0 … 999 ms. */
export type TimePart =
  | "MILLENNIUM"
  | "CENTURY"
  | "DECADE"
  | "YEAR"
  | "ISOYEAR"
  | "QUARTER"
  | "MONTH"
  | "WEEK"
  | "DAY"
  | "DOW"
  | "ISODOW"
  | "DOY"
  | "HOUR"
  | "MINUTE"
  | "SECOND"
  | "MILLISECOND"
  | "MICROSECOND"
  | "NANOSECOND"
  | "EPOCH";

/** Names of parts besides their own; all may also stand in the plural. */
const otherNames: Readonly<Record<string, TimePart>> = {
  MILLENNIA: "MILLENNIUM",
  CENTURIES: "CENTURY",
  DAYOFWEEK_ISO: "ISODOW",
  DAYOFYEAR: "DOY",
  DAYOFMONTH: "DAY",
};

/** One loop a part. Every part is a whole number. */
export const partLoops: Readonly<Record<TimePart, NumericLoop>> = {
  MILLENNIUM: ofDay((day) => ordinal(yearOfDay(day), 1000)),
  CENTURY: ofDay((day) => ordinal(yearOfDay(day), 100)),
  DECADE: ofDay((day) => Math.floor(yearOfDay(day) / 10)),
  YEAR: ofDay(yearOfDay),
  ISOYEAR: ofDay(isoYearOfDay),
  QUARTER: ofDay((day) => Math.floor((monthOfYear(day) - 1) / 3) + 1),
  MONTH: ofDay(monthOfYear),
  WEEK: ofDay(isoWeekOfDay),
  DAY: ofDay((day) => dateOfCivil(civilOfDay(day))),
  DOW: ofDay((day) => (weekdayOfDay(day) + 1) % 7),
  ISODOW: ofDay((day) => weekdayOfDay(day) + 1),
  DOY: ofDay(dayOfYear),
  HOUR(times, out) {
    for (let i = 0; i < out.length; i++) out[i] = Math.floor(within(times[i], DAY_MS) / HOUR_MS);
  },
  MINUTE(times, out) {
    for (let i = 0; i < out.length; i++) out[i] = Math.floor(within(times[i], HOUR_MS) / MINUTE_MS);
  },
  SECOND(times, out) {
    for (let i = 0; i < out.length; i++) out[i] = Math.floor(within(times[i], MINUTE_MS) / SECOND_MS);
  },
  MILLISECOND(times, out) {
    for (let i = 0; i < out.length; i++) out[i] = within(times[i], SECOND_MS);
  },
  MICROSECOND(times, out) {
    for (let i = 0; i < out.length; i++) out[i] = within(times[i], SECOND_MS) * 1000;
  },
  NANOSECOND(times, out) {
    for (let i = 0; i < out.length; i++) out[i] = within(times[i], SECOND_MS) * 1_000_000;
  },
  EPOCH(times, out) {
    for (let i = 0; i < out.length; i++) out[i] = Math.floor(times[i] / SECOND_MS);
  },
};

/** All parts, for messages. */
export const timeParts: readonly TimePart[] = Object.keys(partLoops) as TimePart[];

/** @param name in any case, singular or plural. @returns null where it is no part of a time. */
export function timePartOf(name: string): TimePart | null {
  const upper = name.toUpperCase();
  for (const candidate of [upper, upper.replace(/S$/, "")]) {
    const part = otherNames[candidate] ?? candidate;
    if (Object.hasOwn(partLoops, part)) return part as TimePart;
  }
  return null;
}

/** What is left of a time above a multiple of `unit`, never below 0. */
function within(time: number, unit: number): number {
  return time - Math.floor(time / unit) * unit;
}

/** 1 … 12. */
function monthOfYear(day: number): number {
  const month = monthOfCivil(civilOfDay(day));
  return month - Math.floor(month / 12) * 12 + 1;
}

/** The century or millennium of a year: the first is of the years 1 … 100, the one before it is -1. */
function ordinal(year: number, years: number): number {
  return year > 0 ? Math.floor((year - 1) / years) + 1 : -(Math.floor(-year / years) + 1);
}
