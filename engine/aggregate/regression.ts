import { BIGINT, DOUBLE, type DataType, type Value, typeName } from "../data/data-type.ts";
import { isNumeric, scaleOf } from "../expression/type-rules.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { type Moments, PairMoments } from "./pair-moments.ts";

const rows = ["2, 1", "4, 2", "9, 3", "NULL, 4"];

/** Statistics of pairs of numbers; of the functions of a line, the first argument is the one that depends on the other. */
export const pairFunctions: readonly AggregateFunction[] = [
  pair(
    "corr",
    ["CORRELATION"],
    "The correlation, -1 to 1; NULL where all of one are equal.",
    "0.9707253433941511",
    {
      result: ({ xx, yy, xy }) => (xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : isNaNOf(xx + yy)),
    },
  ),
  pair("covar_pop", [], "The covariance of all pairs; NULL of none.", "2.3333333333333335", {
    result: ({ count, xy }) => (count > 0 ? xy / count : null),
  }),
  pair("covar_samp", [], "The covariance of a sample; NULL below two pairs.", "3.5", {
    result: ({ count, xy }) => (count > 1 ? xy / (count - 1) : null),
  }),
  pair("regr_slope", [], "The slope of the line of least squares; NULL where all x are equal.", "3.5", {
    result: ({ xx, xy }) => (xx > 0 ? xy / xx : isNaNOf(xx)),
  }),
  pair("regr_intercept", [], "Where that line meets x = 0; NULL where all x are equal.", "-2", {
    result: ({ xx, xy, meanY, meanX }) => (xx > 0 ? meanY - (xy / xx) * meanX : isNaNOf(xx)),
  }),
  pair(
    "regr_r2",
    [],
    "The part of the variance of y that the line explains, 0 to 1; NULL where all x are equal.",
    "0.9423076923076923",
    {
      result: ({ xx, yy, xy }) => (xx > 0 ? (yy === 0 ? 1 : (xy * xy) / (xx * yy)) : isNaNOf(xx)),
    },
  ),
  pair("regr_count", [], "The number of pairs without a NULL.", "3", {
    type: BIGINT,
    result: ({ count }) => count,
  }),
];

/** What is neither above 0 nor 0 comes from numbers that are none: the result is none either. */
function isNaNOf(spread: number): number | null {
  return Number.isNaN(spread) ? NaN : null;
}

/** @param example of (2, 1), (4, 2) and (9, 3). */
function pair(
  name: string,
  aliases: readonly string[],
  sentence: string,
  example: string,
  how: { readonly type?: DataType; readonly result: (moments: Moments) => Value },
): AggregateFunction {
  const upper = name.toUpperCase();
  const type = how.type ?? DOUBLE;
  return {
    name,
    columns: 2,
    valueOfNothing: name === "corr",
    document: {
      aliases,
      spelling: { flink: null, ksqldb: name === "corr" ? "CORRELATION" : null, risingwave: null },
      signature: `${upper}(y, x) → ${typeName(type)}`,
      sentence: `${sentence} Pairs with a NULL are left out.`,
      example: { sql: `${upper}(x, y)`, rows, result: example },
    },
    resultType(types) {
      const wrong = types.find((one) => !isNumeric(one));
      return wrong ? { problem: `${upper} takes numbers, not ${typeName(wrong)}.` } : type;
    },
    create: (call) =>
      new PairMoments(
        call.arguments.map((argument) => 10 ** scaleOf(argument.type)),
        call.emptyIsZero ? (moments) => how.result(moments) ?? NaN : how.result,
      ),
  };
}
