import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, daysInMonth, firstDayOfMonth } from "./civil-day.ts";
import {
  type NumberField,
  type PatternPiece,
  type TimePattern,
  monthNames,
  weekdayNames,
} from "./time-pattern.ts";

/** Most digits of a number that is read, and its range where that hangs on nothing else. */
const numbers: Readonly<
  Partial<Record<NumberField, readonly [digits: number, least: number, most: number]>>
> = {
  year: [4, 0, 9999],
  yearOfCentury: [2, 0, 99],
  month: [2, 1, 12],
  day: [2, 1, 31],
  dayOfYear: [3, 1, 366],
  hour: [2, 0, 23],
  hour12: [2, 1, 12],
  minute: [2, 0, 59],
  second: [2, 0, 59],
  epoch: [13, 0, 8_640_000_000_000],
};

/** What has been read of a text so far. */
interface Reading {
  at: number;
  readonly numbers: Map<NumberField, number>;
  half: "am" | "pm" | null;
  /** ms. */
  fraction: number;
  /** ms east of UTC. */
  offset: number;
}

/**
 * Reads a time as the pattern says, whole: names in any case, blanks as they stand. What the pattern does not say is
 * that of 1 January 1970, midnight, UTC; digits beyond the millisecond are cut; the years 69 … 99 are of 1900.
 *
 * @param pattern one that has no `readingProblem`.
 * @returns ms since the epoch, or null when the text does not fit or names a day that there is not.
 */
export function parseTime(text: string, pattern: TimePattern): number | null {
  const reading: Reading = { at: 0, numbers: new Map(), half: null, fraction: 0, offset: 0 };
  for (const piece of pattern) if (!readPiece(text, piece, reading)) return null;
  return reading.at === text.length ? timeOf(reading) : null;
}

function readPiece(text: string, piece: PatternPiece, reading: Reading): boolean {
  switch (piece.kind) {
    case "text":
      if (!text.startsWith(piece.text, reading.at)) return false;
      reading.at += piece.text.length;
      return true;
    case "number":
      return readNumber(text, piece.field, piece.fill === " ", reading);
    case "name":
      return readName(text, piece, reading);
    case "half": {
      const half = text.slice(reading.at, reading.at + 2).toLowerCase();
      if (half !== "am" && half !== "pm") return false;
      reading.half = half;
      reading.at += 2;
      return true;
    }
    case "fraction":
      return readFraction(text, piece.digits, piece.point, reading);
    case "zone":
      return readZone(text, reading);
  }
}

function readNumber(text: string, field: NumberField, blanks: boolean, reading: Reading): boolean {
  const [digits, least, most] = numbers[field]!;
  while (blanks && text[reading.at] === " ") reading.at++;
  let value = 0;
  const start = reading.at;
  for (; reading.at - start < digits; reading.at++) {
    const digit = digitAt(text, reading.at);
    if (digit < 0) break;
    value = value * 10 + digit;
  }
  reading.numbers.set(field, value);
  return reading.at > start && value >= least && value <= most;
}

function readName(text: string, piece: PatternPiece & { kind: "name" }, reading: Reading): boolean {
  const names = piece.field === "month" ? monthNames : weekdayNames;
  const rest = text.slice(reading.at, reading.at + 9).toLowerCase();
  const index = names.findIndex((name) =>
    rest.startsWith((piece.short ? name.slice(0, 3) : name).toLowerCase()),
  );
  if (index < 0) return false;
  if (piece.field === "month") reading.numbers.set("month", index + 1);
  reading.at += piece.short ? 3 : names[index]!.length;
  return true;
}

/** Nine digits are as many as there are; any other number of digits is exact. */
function readFraction(text: string, digits: number, point: boolean, reading: Reading): boolean {
  if (point && text[reading.at++] !== ".") return false;
  const start = reading.at;
  while (reading.at - start < digits && digitAt(text, reading.at) >= 0) reading.at++;
  const read = text.slice(start, reading.at);
  reading.fraction = Number(read.padEnd(3, "0").slice(0, 3));
  return read.length === digits || (digits === 9 && read.length > 0);
}

/** `Z`, `UTC`, `GMT`, `+hh`, `+hhmm` or `+hh:mm`. */
function readZone(text: string, reading: Reading): boolean {
  const match = /^(?:z|utc|gmt|([+-])(\d\d)(?::?(\d\d))?)/i.exec(text.slice(reading.at, reading.at + 6));
  if (match === null) return false;
  const [whole, sign, hours = "0", minutes = "0"] = match;
  reading.at += whole.length;
  reading.offset = (sign === "-" ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS);
  return Number(hours) < 24 && Number(minutes) < 60;
}

function digitAt(text: string, index: number): number {
  const digit = text.charCodeAt(index) - 48;
  return digit >= 0 && digit <= 9 ? digit : -1;
}

function timeOf({ numbers: read, half, fraction, offset }: Reading): number | null {
  const epoch = read.get("epoch");
  if (epoch !== undefined) return epoch * SECOND_MS + fraction;
  const short = read.get("yearOfCentury") ?? 70;
  const year = read.get("year") ?? short + (short < 69 ? 2000 : 1900);
  const day = dayOf(year, read);
  if (day === null) return null;
  const hour = read.get("hour") ?? (read.get("hour12") ?? 0) % 12;
  const afternoon = half === "pm" && !read.has("hour") ? 12 : 0;
  const clock =
    (hour + afternoon) * HOUR_MS +
    (read.get("minute") ?? 0) * MINUTE_MS +
    (read.get("second") ?? 0) * SECOND_MS;
  return day * DAY_MS + clock + fraction - offset;
}

function dayOf(year: number, read: ReadonlyMap<NumberField, number>): number | null {
  const inYear = read.get("dayOfYear");
  const first = firstDayOfMonth(year * 12);
  if (inYear !== undefined && !read.has("month"))
    return first + inYear - 1 < firstDayOfMonth((year + 1) * 12) ? first + inYear - 1 : null;
  const month = year * 12 + (read.get("month") ?? 1) - 1;
  const day = read.get("day") ?? 1;
  return day <= daysInMonth(month) ? firstDayOfMonth(month) + day - 1 : null;
}
