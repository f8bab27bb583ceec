/**
 * ISO 8601 or RFC 3339: `2024-05-01`, `2024-05-01T10:30`, `2024-05-01 10:30:15.250Z`, `…+02:00`. UTC when no zone is
 * said. Digits beyond the millisecond are cut.
 *
 * @returns ms since the epoch, or NaN when the bytes are no such time.
 */
export function parseIsoTime(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 10 || bytes[start + 4] !== DASH || bytes[start + 7] !== DASH) return NaN;
  const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2);
  const month = twoDigits(bytes, start + 5);
  const day = twoDigits(bytes, start + 8);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return NaN;
  const days = daysSinceEpoch(year, month, day);
  if (end - start === 10) return days * DAY;
  const separator = bytes[start + 10]! | 32;
  if ((separator !== LOWER_T && separator !== SPACE) || end - start < 16) return NaN;
  const hour = twoDigits(bytes, start + 11);
  const minute = twoDigits(bytes, start + 14);
  if (bytes[start + 13] !== COLON || !(hour <= 23 && minute <= 59)) return NaN;
  let time = days * DAY + hour * HOUR + minute * MINUTE;
  let at = start + 16;
  if (bytes[at] === COLON && at < end) {
    const second = at + 3 <= end ? twoDigits(bytes, at + 1) : NaN;
    if (!(second <= 59)) return NaN;
    time += second * 1_000;
    at += 3;
    if (at < end && (bytes[at] === POINT || bytes[at] === COMMA)) {
      const first = ++at;
      let unit = 100;
      for (; at < end && (bytes[at]! ^ ZERO) <= 9; at++) {
        time += (bytes[at]! ^ ZERO) * unit;
        unit = unit === 100 ? 10 : unit === 10 ? 1 : 0;
      }
      if (at === first) return NaN;
    }
  }
  return time - zoneOffset(bytes, at, end);
}

/** ms east of UTC of `Z`, `+hh`, `+hhmm`, `+hh:mm` or nothing; NaN for anything else. */
function zoneOffset(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length === 0) return 0;
  const sign = bytes[start]!;
  if (length === 1) return (sign | 32) === LOWER_Z ? 0 : NaN;
  if ((sign !== PLUS && sign !== DASH) || length < 3) return NaN;
  const hours = twoDigits(bytes, start + 1);
  let minutes = 0;
  if (length === 5) minutes = twoDigits(bytes, start + 3);
  else if (length === 6 && bytes[start + 3] === COLON) minutes = twoDigits(bytes, start + 4);
  else if (length !== 3) return NaN;
  if (!(hours <= 23 && minutes <= 59)) return NaN;
  return (sign === DASH ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! ^ ZERO;
  const ones = bytes[at + 1]! ^ ZERO;
  return tens <= 9 && ones <= 9 ? tens * 10 + ones : NaN;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days of the Gregorian calendar since 1970-01-01, counted in years that begin in March so that a leap day comes last. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SPACE = 32;
const PLUS = 43;
const COMMA = 44;
const DASH = 45;
const POINT = 46;
const ZERO = 48;
const COLON = 58;
const LOWER_T = 116;
const LOWER_Z = 122;
