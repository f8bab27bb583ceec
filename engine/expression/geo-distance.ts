import type { NumberColumn, StringColumn, Validity } from "../data/column.ts";
import { DOUBLE, STRING } from "../data/data-type.ts";
import { withoutResults } from "./bad-arguments.ts";
import { documentOf } from "./function-document.ts";
import { type Kernel, bothValid, isValid, numberColumn } from "./kernel.ts";
import { overRows } from "./repeat-row.ts";
import type { ScalarFunction } from "./scalar-function.ts";
import { argumentProblem, countProblem, isNumeric } from "./type-rules.ts";

/** Mean radius of the earth in kilometres and in miles. */
const KILOMETRES = 6371;
const MILES = 3959;

/** The distance of two points, of their latitudes and longitudes in degrees. */
export const geoDistance: ScalarFunction = {
  name: "geo_distance",
  document: documentOf(
    "GEO_DISTANCE(latitude, longitude, latitude, longitude [, unit]) → DOUBLE",
    "The distance of two points of the earth in 'KM' or 'MILES', degrees given; NULL and counted where there is no such point.",
    "ROUND(GEO_DISTANCE(0, 0, 0, 90))",
    "10008",
    { spelling: { velostream: null, flink: null, risingwave: null } },
  ),
  resolve(types) {
    const wrong = countProblem("GEO_DISTANCE", types.length, 4, 5);
    if (wrong) return wrong;
    for (const [index, type] of types.entries())
      if (type !== null && !(index < 4 ? isNumeric(type) : type.kind === "STRING"))
        return argumentProblem("GEO_DISTANCE", "four numbers and a STRING", type);
    return { type: DOUBLE, parameters: types.map((_, index) => (index < 4 ? DOUBLE : STRING)) };
  },
  literalProblem: ([, , , , unit]) =>
    typeof unit === "string" && Number.isNaN(radiusIn(unit))
      ? { argument: 4, sentence: `${unit} is no unit of distance; the units are KM and MILES.` }
      : null,
  compile: (operands) => overRows(operands, distanceKernel(operands.length)),
};

function distanceKernel(count: number): Kernel {
  const operands = Array.from({ length: count }, (_, index) => ({
    type: index < 4 ? DOUBLE : STRING,
    constant: null,
  }));
  return (columns, length, warnings) => {
    const [fromLatitude, fromLongitude, toLatitude, toLongitude] = columns.map(
      (column) => (column as NumberColumn).values,
    );
    const units = columns[4] as StringColumn | undefined;
    let validity: Validity = null;
    for (const column of columns) validity = bothValid(validity, -1, column.validity, -1, length);
    const out = new Float64Array(length);
    for (let i = 0; i < length; i++) {
      if (!isValid(validity, i)) continue;
      const radius = units ? radiusIn(units.dictionary.get(units.codes[i])) : KILOMETRES;
      out[i] = radius * angleBetween(fromLatitude[i], fromLongitude[i], toLatitude[i], toLongitude[i]);
    }
    const call = { name: "GEO_DISTANCE", operands, columns };
    return numberColumn(out, withoutResults(call, out, validity, warnings));
  };
}

/** In radians; NaN where one of them is no point of the earth. */
function angleBetween(
  latitude: number,
  longitude: number,
  otherLatitude: number,
  otherLongitude: number,
): number {
  const within = Math.max(Math.abs(latitude), Math.abs(otherLatitude)) <= 90;
  if (!within || Math.max(Math.abs(longitude), Math.abs(otherLongitude)) > 180) return NaN;
  const radians = Math.PI / 180;
  const north = Math.sin(((otherLatitude - latitude) * radians) / 2);
  const east = Math.sin(((otherLongitude - longitude) * radians) / 2);
  const half = north * north + Math.cos(latitude * radians) * Math.cos(otherLatitude * radians) * east * east;
  return 2 * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** NaN for what is no unit. */
function radiusIn(unit: string): number {
  const upper = unit.toUpperCase();
  if (/^(KM|KILOMETERS?|KILOMETRES?)$/.test(upper)) return KILOMETRES;
  return /^(MI|MILES?)$/.test(upper) ? MILES : NaN;
}
