import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  SECOND_MS,
  civilOfDay,
  dateOfCivil,
  dayOfTime,
  dayOfYear,
  isoWeekOfDay,
  isoYearOfDay,
  monthOfCivil,
  weekdayOfDay,
  yearOfMonth,
} from "./civil-day.ts";
import {
  type NumberField,
  type PatternPiece,
  type TimePattern,
  monthNames,
  weekdayNames,
} from "./time-pattern.ts";

/** @param time ms since the epoch. @returns It in UTC, as the pattern says; names are English. */
export function formatTime(time: number, pattern: TimePattern): string {
  const day = dayOfTime(time);
  const clock = time - day * DAY_MS;
  let text = "";
  for (const piece of pattern) text += pieceText(piece, day, clock);
  return text;
}

/** @param clock ms since midnight. */
function pieceText(piece: PatternPiece, day: number, clock: number): string {
  switch (piece.kind) {
    case "text":
      return piece.text;
    case "number": {
      const value = numberOf(piece.field, day, clock);
      const digits = String(Math.abs(value)).padStart(piece.width, piece.fill);
      return value < 0 ? `-${digits}` : digits;
    }
    case "name": {
      const name =
        piece.field === "month" ? monthNames[monthOfYear(day) - 1]! : weekdayNames[weekdayOfDay(day)]!;
      return piece.short ? name.slice(0, 3) : name;
    }
    case "half": {
      const half = clock < DAY_MS / 2 ? "AM" : "PM";
      return piece.lower ? half.toLowerCase() : half;
    }
    case "fraction": {
      const digits = String(clock % SECOND_MS)
        .padStart(3, "0")
        .padEnd(9, "0");
      return `${piece.point ? "." : ""}${digits.slice(0, piece.digits)}`;
    }
    case "zone":
      return piece.utc;
  }
}

function numberOf(field: NumberField, day: number, clock: number): number {
  const hour = Math.floor(clock / HOUR_MS);
  switch (field) {
    case "year":
      return yearOf(day);
    case "yearOfCentury":
      return modulo(yearOf(day), 100);
    case "century":
      return Math.floor(yearOf(day) / 100);
    case "isoYear":
      return isoYearOfDay(day);
    case "isoYearOfCentury":
      return modulo(isoYearOfDay(day), 100);
    case "quarter":
      return Math.floor((monthOfYear(day) - 1) / 3) + 1;
    case "month":
      return monthOfYear(day);
    case "day":
      return dateOfCivil(civilOfDay(day));
    case "dayOfYear":
      return dayOfYear(day);
    case "isoWeek":
      return isoWeekOfDay(day);
    case "mondayWeek":
      return Math.floor((dayOfYear(day) + 6 - weekdayOfDay(day)) / 7);
    case "sundayWeek":
      return Math.floor((dayOfYear(day) + 6 - modulo(weekdayOfDay(day) + 1, 7)) / 7);
    case "isoWeekday":
      return weekdayOfDay(day) + 1;
    case "weekday":
      return modulo(weekdayOfDay(day) + 1, 7);
    case "hour":
      return hour;
    case "hour12":
      return modulo(hour + 11, 12) + 1;
    case "minute":
      return Math.floor(clock / MINUTE_MS) % 60;
    case "second":
      return Math.floor(clock / SECOND_MS) % 60;
    case "epoch":
      return Math.floor((day * DAY_MS + clock) / SECOND_MS);
  }
}

function yearOf(day: number): number {
  return yearOfMonth(monthOfCivil(civilOfDay(day)));
}

/** 1 … 12. */
function monthOfYear(day: number): number {
  return modulo(monthOfCivil(civilOfDay(day)), 12) + 1;
}

/** Never below 0. */
function modulo(value: number, divisor: number): number {
  return value - Math.floor(value / divisor) * divisor;
}
