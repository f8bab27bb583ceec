import type { NumberColumn } from "../data/column.ts";
import type { DataType } from "../data/data-type.ts";
import { DAY, LAST_TIME } from "../data/timestamp-text.ts";
import { CastFailures } from "./cast-failures.ts";
import { type Kernel, numberColumn, ownValidity } from "./kernel.ts";

/** TIMESTAMP, DATE and INTERVAL to each other and to BIGINT: all are ms, so only to DATE anything is computed. */
export function castFromTime(to: DataType): Kernel {
  return to.kind === "DATE" ? timestampToDate : ([column]) => column;
}

/** The midnight that begins the day, UTC. */
const timestampToDate: Kernel = ([column], length) => {
  const { values, validity } = column as NumberColumn;
  const out = new Float64Array(length);
  for (let i = 0; i < length; i++) out[i] = Math.floor(values[i] / DAY) * DAY;
  return numberColumn(out, validity);
};

/** BIGINT to TIMESTAMP (ms since the epoch) or INTERVAL (ms); beyond the calendar, or beyond 2^53, it is neither. */
export function castToTime(from: DataType, to: DataType): Kernel {
  const limit = to.kind === "TIMESTAMP" ? LAST_TIME : Number.MAX_SAFE_INTEGER;
  return ([column], length, warnings) => {
    const argument = column as NumberColumn;
    const { values } = argument;
    if (argument.exact === null && isWithin(values, length, limit)) return argument;
    const validity = ownValidity(argument.validity, length);
    const failures = new CastFailures();
    for (let row = 0; row < length; row++)
      if (validity[row] !== 0 && !(values[row] <= limit && values[row] >= -limit)) {
        validity[row] = 0;
        failures.add(row);
      }
    failures.report(argument, from, to, warnings);
    return numberColumn(values, validity);
  };
}

function isWithin(values: Float64Array, length: number, limit: number): boolean {
  let within = true;
  for (let i = 0; i < length; i++) if (!(values[i] <= limit && values[i] >= -limit)) within = false;
  return within;
}
