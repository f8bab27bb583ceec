import { expect, test } from "vitest";
import { DOUBLE, STRING } from "../data/data-type.ts";
import { column, literal, runFunction } from "../testing/run-function.ts";
import { geoDistance } from "./geo-distance.ts";

const zero = literal(DOUBLE, 0);

test("a quarter of the equator, a meridian and no way at all", () => {
  const { values } = runFunction(
    "geo_distance",
    zero,
    zero,
    column(DOUBLE, 0, 90, 0),
    column(DOUBLE, 90, 0, 0),
  );
  const quarter = (6371 * Math.PI) / 2;
  expect(values[0]).toBeCloseTo(quarter, 8);
  expect(values[1]).toBeCloseTo(quarter, 8);
  expect(values[2]).toBe(0);
});

test("miles are shorter numbers, and a unit of a column that is none is NULL and counted", () => {
  const { values, warnings } = runFunction(
    "geo_distance",
    zero,
    zero,
    zero,
    literal(DOUBLE, 180),
    column(STRING, "miles", "parsec", null),
  );
  expect(values[0]).toBeCloseTo(3959 * Math.PI, 8);
  expect(values.slice(1)).toEqual([null, null]);
  expect(warnings.get("BAD_ARGUMENT")?.count).toBe(1);
  expect(geoDistance.literalProblem!([0n, 0n, 0n, 0n, "parsec"])?.argument).toBe(4);
});

test("what is no point of the earth has no distance", () => {
  const { values } = runFunction("geo_distance", column(DOUBLE, 91, NaN), zero, zero, zero);
  expect(values[0]).toBeNull();
  expect(values[1]).toBeNaN();
});
