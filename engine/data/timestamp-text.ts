/** The largest distance from the epoch, in ms, that calendars of JavaScript reach: the range of TIMESTAMP and DATE. */
export const LAST_TIME = 8_640_000_000_000_000;

/** ms of a day. */
export const DAY = 86_400_000;

/** @param time ms since the epoch. @returns UTC as `2024-01-31 12:00:00.000`; the plain number beyond the calendar. */
export function formatTimestamp(time: number): string {
  if (!(Math.abs(time) <= LAST_TIME)) return String(time);
  return new Date(time).toISOString().replace("T", " ").replace("Z", "");
}

/** @param time ms of a midnight, UTC. @returns `2024-01-31`; the plain number beyond the calendar. */
export function formatDate(time: number): string {
  if (!(Math.abs(time) <= LAST_TIME)) return String(time);
  return new Date(time).toISOString().split("T")[0]!;
}

/** @returns ms of the midnight, UTC, that begins the day of the time. */
export function startOfDay(time: number): number {
  return Math.floor(time / DAY) * DAY;
}

/** A date, or a time of which the day is taken; null when the text is neither. */
export function parseDate(text: string): number | null {
  const time = parseTimestamp(text);
  return time === null ? null : startOfDay(time);
}

const PATTERN =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(Z|z|[+-]\d\d(?::?\d\d)?)?)?$/;

/**
 * A date or a time of ISO 8601, with `T` or a space between them; UTC when no zone is said. Digits beyond the millisecond
 * are cut.
 *
 * @returns ms since the epoch, or null when the text is no such time.
 */
export function parseTimestamp(text: string): number | null {
  const match = PATTERN.exec(text.trim());
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const millisecond = Number((match[7] ?? "").slice(0, 3).padEnd(3, "0"));
  const offset = zoneOffset(match[8] ?? "Z");
  return offset === null ? null : date.setUTCHours(hour, minute, second, millisecond) - offset;
}

/** ms east of UTC of `Z`, `+hh`, `+hhmm` or `+hh:mm`. */
function zoneOffset(zone: string): number | null {
  if (zone === "Z" || zone === "z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(":", "") || 0);
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
