const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
const YEAR = 365 * DAY;

/** How a run shows its times; all arguments are ms since the epoch, UTC. */
export interface Clock {
  /** A moment, never rounded: `00:47.4`, `13:30:04.282`, `2001-01-31T07:35Z`. Not set yet: `not set`; after the end: `end of input`. */
  readonly moment: (time: number | null) => string;
  /** A window as one cell: `[00:30, 00:40)`, `[2001-01-31T07:00Z, 08:00Z)`. */
  readonly span: (start: number, end: number) => string;
  /** A moment as short as an axis wants it: `00:40`, `31 Jan`. */
  readonly tick: (time: number) => string;
  /** The edge of a window in a sentence, whole and exact: `00:20`, `2001-02-01`, `2001-01-31T08:00Z`. */
  readonly edge: (time: number) => string;
  /** The day that all times are of, where they do not say so themselves: `2024-05-01 UTC`; else null. */
  readonly day: string | null;
}

/**
 * Lessons and small logs start near zero and read best as minutes and seconds since the start of the stream; a log of
 * one day as the time of that day; everything else is ISO 8601 in UTC.
 * @param first ms, arrival of the first record, or null while unknown.
 * @param last ms, arrival of the last record, or null while unknown.
 */
export function clockFor(first: number | null, last: number | null): Clock {
  if (first === null) return sinceStart(100);
  const end = last ?? first;
  if (first >= 0 && end < DAY) return withDates(sinceStart(finest([first, end], [100, 1])));
  const step = finest([first, end], [MINUTE, 1000, 1]);
  return Math.floor(first / DAY) === Math.floor(end / DAY)
    ? timeOfDay(Math.floor(first / DAY), Math.min(1000, step))
    : calendar(step, end - first);
}

/** The first of these steps that shows all of these times exactly. */
function finest(times: readonly number[], steps: readonly number[]): number {
  return steps.find((step) => times.every((time) => time % step === 0)) ?? 1;
}

function sinceStart(step: number): Clock {
  const text = (time: number, digits: number): string => {
    const sign = time < 0 ? "-" : "";
    const ms = Math.abs(time);
    const hours = Math.floor(ms / HOUR);
    const seconds = ((ms % MINUTE) / 1000).toFixed(digits).padStart(digits === 0 ? 2 : digits + 3, "0");
    return `${sign}${hours > 0 ? `${hours}:` : ""}${two(Math.floor((ms % HOUR) / MINUTE))}:${seconds}`;
  };
  const digits = (time: number, least: number): number =>
    time % 1000 === 0 ? least : time % 100 === 0 ? Math.max(least, 1) : 3;
  const least = step === 1 ? 3 : 1;
  return {
    moment: (time) => special(time) ?? text(time as number, digits(time as number, least)),
    span: (start, end) => {
      const same = Math.max(digits(start, 0), digits(end, 0));
      return `[${text(start, same)}, ${text(end, same)})`;
    },
    tick: (time) => text(time, digits(time, 0)),
    edge: (time) => text(time, digits(time, 0)),
    day: null,
  };
}

/** Where a file does not say when its records arrived, arrivals start at zero while event times are dates. */
function withDates(clock: Clock): Clock {
  const dates = calendar(MINUTE, 0);
  const of = (time: number | null): Clock => (time !== null && Math.abs(time) >= YEAR ? dates : clock);
  return {
    moment: (time) => of(time).moment(time),
    span: (start, end) => of(start).span(start, end),
    tick: (time) => of(time).tick(time),
    edge: (time) => of(time).edge(time),
    day: null,
  };
}

/** @param day in days since the epoch. A time of another day says its own. */
function timeOfDay(day: number, step: number): Clock {
  const text = (time: number, coarsest: number): string => {
    const [date, clock] = isoParts(time, coarsest);
    return Math.floor(time / DAY) === day ? clock.slice(0, -1) : `${date}T${clock}`;
  };
  return {
    moment: (time) => special(time) ?? text(time as number, step),
    span: (start, end) => {
      const same = finest([start, end], [MINUTE, 1000, 1]);
      return `[${text(start, same)}, ${text(end, same)})`;
    },
    tick: (time) => text(time, MINUTE),
    edge: (time) => text(time, MINUTE),
    day: `${new Date(day * DAY).toISOString().slice(0, 10)} UTC`,
  };
}

function calendar(step: number, range: number): Clock {
  return {
    moment: (time) => special(time) ?? isoParts(time as number, step).join("T"),
    span: (start, end) => {
      const [startDate, startClock] = isoParts(start, MINUTE);
      const [endDate, endClock] = isoParts(end, MINUTE);
      if (start % DAY === 0 && end % DAY === 0) return `[${startDate}, ${endDate})`;
      return `[${startDate}T${startClock}, ${startDate === endDate ? "" : `${endDate}T`}${endClock})`;
    },
    tick: (time) => {
      const date = new Date(time);
      const day = `${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
      return range > 3 * DAY || time % DAY === 0 ? day : isoParts(time, MINUTE)[1].slice(0, -1);
    },
    edge: (time) => (time % DAY === 0 ? isoParts(time, MINUTE)[0] : isoParts(time, MINUTE).join("T")),
    day: null,
  };
}

/** Date and time of day of ISO 8601; the time no coarser than asked, and as fine as is exact. */
function isoParts(time: number, coarsest: number): readonly [string, string] {
  const [date, clock] = new Date(time).toISOString().split("T") as [string, string];
  const exact = Math.min(coarsest, finest([time], [MINUTE, 1000, 1]));
  return [date, `${clock.slice(0, exact === MINUTE ? 5 : exact === 1000 ? 8 : 12)}Z`];
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Times that are no moment. */
function special(time: number | null): string | null {
  if (time === null || time === -Infinity || Number.isNaN(time)) return "not set";
  if (time === Infinity) return "end of input";
  return Math.abs(time) > 8.64e15 ? String(time) : null;
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}

/** @param ms a length of time. @returns `8.9 s`, `2 min 5 s`, `1 h 35 min`, `3 d`; as exact as it is. */
export function duration(ms: number): string {
  if (!Number.isFinite(ms)) return ms > 0 ? "for ever" : "not set";
  const sign = ms < 0 ? "-" : "";
  const rest = Math.abs(ms);
  if (rest < MINUTE) return `${sign}${seconds(rest, rest % 100 === 0 ? 1 : 3)}`;
  const parts = [
    [Math.floor(rest / DAY), "d"],
    [Math.floor((rest % DAY) / HOUR), "h"],
    [Math.floor((rest % HOUR) / MINUTE), "min"],
  ].flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}`]));
  const tail = rest % MINUTE;
  if (tail > 0) parts.push(seconds(tail, tail % 1000 === 0 ? 0 : tail % 100 === 0 ? 1 : 3));
  return sign + parts.join(" ");
}

function seconds(ms: number, digits: number): string {
  return `${(ms / 1000).toFixed(digits)} s`;
}

/** @param ms a setting. @returns As short as it can be said: `5 s`, `2.5 s`, `17.45 s`, `1 h`. */
export function setting(ms: number): string {
  return duration(ms)
    .replace(/(\.\d*?)0+ s$/, "$1 s")
    .replace(". s", " s");
}
