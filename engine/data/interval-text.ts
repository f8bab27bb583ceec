import { parseDuration } from "../common/duration.ts";

const units = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1_000],
  ["ms", 1],
] as const;

/** @param ms whole milliseconds of any sign. @returns `1h 5m`, `-1s -250ms`, `0s`: each part has the sign of the whole. */
export function formatInterval(ms: number): string {
  const sign = ms < 0 ? "-" : "";
  let rest = Math.abs(ms);
  const parts: string[] = [];
  for (const [unit, length] of units) {
    const amount = Math.floor(rest / length);
    rest -= amount * length;
    if (amount > 0) parts.push(`${sign}${amount}${unit}`);
  }
  return parts.length === 0 ? "0s" : parts.join(" ");
}

/**
 * A length of time with its units, as people write it: `5m`, `1 hour 30 minutes`, `00:10:00`.
 *
 * @returns ms, or null when the text is none; so is a bare number, which could be seconds or milliseconds.
 */
export function parseInterval(text: string): number | null {
  if (/^\s*[+-]?[\d.]+\s*$/.test(text)) return null;
  const parsed = parseDuration(text);
  return parsed.ok ? parsed.ms : null;
}
