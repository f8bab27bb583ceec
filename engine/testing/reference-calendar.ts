import type { Value } from "../data/data-type.ts";

/** Functions of times by what Date says of them. */

const DAY = 86_400_000;
const fixed: Readonly<Record<string, number>> = {
  MILLISECOND: 1,
  SECOND: 1000,
  MINUTE: 60_000,
  HOUR: 3_600_000,
  DAY,
  WEEK: 7 * DAY,
};
const months: Readonly<Record<string, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** Of arguments that are not NULL; NULL where no calendar holds the result. undefined: it is no such function. */
export function applyCalendar(name: string, values: readonly Value[]): Value | undefined {
  const unit = String(values[0]).toUpperCase();
  const numbers = values.map(Number);
  switch (name) {
    case "extract":
      return BigInt(partOf(unit, new Date(numbers[1]!)));
    case "dayofweek":
      return BigInt(new Date(numbers[0]!).getUTCDay() + 1);
    case "dayofmonth":
      return BigInt(partOf("DAY", new Date(numbers[0]!)));
    case "dayofyear":
      return BigInt(partOf("DOY", new Date(numbers[0]!)));
    case "year":
    case "quarter":
    case "month":
    case "week":
    case "hour":
    case "minute":
    case "second":
      return BigInt(partOf(name.toUpperCase(), new Date(numbers[0]!)));
    case "date_trunc":
    case "floor to":
      return held(floorTo(unit, numbers[1]!));
    case "ceil to": {
      const floor = floorTo(unit, numbers[1]!);
      return held(floor === numbers[1] ? floor : moved(unit, 1, floor));
    }
    case "window start": {
      const [size, offset, time] = numbers as [number, number, number];
      return held(time - ((((time - offset) % size) + size) % size));
    }
    case "dateadd":
      return held(moved(unit, numbers[1]!, numbers[2]!));
    case "datesub":
      return held(moved(unit, -numbers[1]!, numbers[2]!));
    case "datediff":
      return BigInt(begun(unit, numbers[1]!, numbers[2]!));
    case "timestampdiff":
      return BigInt(passed(unit, numbers[1]!, numbers[2]!));
    case "date":
      return floorTo("DAY", numbers[0]!);
    case "from_unixtime":
      return held(Math.round(numbers[0]! * 1000));
    case "unix_timestamp":
      return BigInt(Math.floor(numbers[0]! / 1000));
    case "to_timestamp_ltz":
      return held(numbers[0]! * (numbers[1] === 0 ? 1000 : 1));
    default:
      return undefined;
  }
}

function held(time: number): number | null {
  return Math.abs(time) <= 8.64e15 ? time : null;
}

function partOf(part: string, date: Date): number {
  switch (part) {
    case "YEAR":
      return date.getUTCFullYear();
    case "QUARTER":
      return Math.ceil((date.getUTCMonth() + 1) / 3);
    case "MONTH":
      return date.getUTCMonth() + 1;
    case "WEEK": {
      // The n-th Thursday of its year is in the week n.
      const thursday = new Date(floorTo("WEEK", date.getTime()) + 3 * DAY);
      return Math.ceil(partOf("DOY", thursday) / 7);
    }
    case "DAY":
      return date.getUTCDate();
    case "DOW":
      return date.getUTCDay();
    case "ISODOW":
      return date.getUTCDay() || 7;
    case "DOY":
      return (floorTo("DAY", date.getTime()) - floorTo("YEAR", date.getTime())) / DAY + 1;
    case "HOUR":
      return date.getUTCHours();
    case "MINUTE":
      return date.getUTCMinutes();
    case "SECOND":
      return date.getUTCSeconds();
    case "MILLISECOND":
      return date.getUTCMilliseconds();
    case "EPOCH":
      return Math.floor(date.getTime() / 1000);
    default:
      throw new Error(`The reference engine has no part ${part}.`);
  }
}

function floorTo(unit: string, time: number): number {
  const date = new Date(time);
  if (unit === "WEEK") return floorTo("DAY", time) - ((date.getUTCDay() + 6) % 7) * DAY;
  if (unit in fixed) return time - (((time % fixed[unit]!) + fixed[unit]!) % fixed[unit]!);
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - (date.getUTCMonth() % months[unit]!));
  return date.setUTCHours(0, 0, 0, 0);
}

function moved(unit: string, count: number, time: number): number {
  if (unit in fixed) return time + count * fixed[unit]!;
  const date = new Date(time);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count * months[unit]!);
  const last = new Date(date);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  date.setUTCDate(Math.min(day, last.getUTCDate()));
  return date.getTime();
}

/** How often the unit begins after one time and until the other. */
function begun(unit: string, from: number, to: number): number {
  if (unit === "DAY" || unit === "WEEK") return (floorTo(unit, to) - floorTo(unit, from)) / fixed[unit]!;
  if (unit in fixed) return passed(unit, from, to);
  const [a, b] = [new Date(floorTo(unit, from)), new Date(floorTo(unit, to))];
  const between = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  return between / months[unit]!;
}

function passed(unit: string, from: number, to: number): number {
  if (to < from) return -passed(unit, to, from);
  if (unit in fixed) return Math.floor((to - from) / fixed[unit]!);
  // The day and the time of day as one number that grows within a month.
  const within = (time: number): number => time - floorTo("MONTH", time);
  const whole = begun("MONTH", from, to) - (within(to) < within(from) ? 1 : 0);
  return Math.floor(whole / months[unit]!);
}
