import fc from "fast-check";
import { expect, test } from "vitest";
import {
  DAY_MS,
  civilOfDay,
  dateOfCivil,
  dayOfTime,
  dayOfYear,
  daysInMonth,
  firstDayOfMonth,
  isoWeekOfDay,
  isoYearOfDay,
  monthOfCivil,
  weekdayOfDay,
  yearOfDay,
} from "./civil-day.ts";

const dayAt = (text: string): number => dayOfTime(Date.parse(text));

test("the calendar is that of Date, before 1970 and at the ends of what Date reaches", () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (day) => {
      const date = new Date(day * DAY_MS);
      const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
      const civil = civilOfDay(day);
      expect(monthOfCivil(civil)).toBe(month);
      expect(dateOfCivil(civil)).toBe(date.getUTCDate());
      expect(firstDayOfMonth(month) + date.getUTCDate() - 1).toBe(day);
      expect(yearOfDay(day)).toBe(date.getUTCFullYear());
      expect((weekdayOfDay(day) + 1) % 7).toBe(date.getUTCDay());
    }),
    { numRuns: 2000 },
  );
});

test("every fourth year is a leap year, but of centuries only every fourth", () => {
  for (const [year, days] of [
    [2024, 29],
    [2023, 28],
    [1900, 28],
    [2000, 29],
    [0, 29],
    [-4, 29],
  ])
    expect(daysInMonth(year! * 12 + 1)).toBe(days);
  expect(dayOfYear(dayAt("2024-12-31"))).toBe(366);
  expect(dayOfYear(dayAt("1969-12-31"))).toBe(365);
});

test.each([
  ["2021-01-03", 2020, 53],
  ["2021-01-04", 2021, 1],
  ["2024-12-30", 2025, 1],
  ["2023-01-01", 2022, 52],
  ["1970-01-01", 1970, 1],
  ["1969-12-28", 1969, 52],
  ["1969-12-29", 1970, 1],
  ["2020-12-31", 2020, 53],
])("the ISO week of %s is %i-W%i", (text, year, week) => {
  expect(isoYearOfDay(dayAt(text))).toBe(year);
  expect(isoWeekOfDay(dayAt(text))).toBe(week);
});
