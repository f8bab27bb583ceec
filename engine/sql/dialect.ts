import type { Dialect } from "../common/dialect.ts";
import type { Token } from "./token.ts";

/**
 * Guesses whose spelling a statement uses. The first rule that holds decides:
 * 1. risingwave: `EMIT ON WINDOW CLOSE`.
 * 2. flink: `DESCRIPTOR(…)`, a window table function inside `TABLE(…)`, named arguments (`=>`).
 * 3. risingwave: `FROM TUMBLE(…)`, `FROM HOP(…)` and their like without any of that.
 * 4. ksqldb: a WINDOW clause that WHERE or GROUP BY follows.
 * 5. flink: TUMBLE, HOP or SESSION and their _START, _END … anywhere else, `CURRENT_WATERMARK(…)`, `WINDOW name AS (…)`,
 *    and OVER other than velostream's ROWS WINDOW BUFFER.
 * 6. ksqldb: WITHIN before ON, and the names WINDOWSTART, WINDOWEND, ROWKEY, ROWTIME, LATEST_BY_OFFSET, EARLIEST_BY_OFFSET.
 * 7. risingwave: casts with `::`.
 * 8. velostream, the native dialect.
 *
 * @param tokens Of one statement.
 */
export function guessDialect(tokens: readonly Token[]): Dialect {
  return rules.find(([, holds]) => holds(tokens))?.[0] ?? "velostream";
}

type Rule = readonly [Dialect, (tokens: readonly Token[]) => boolean];

const windowFunctions = new Set(["TUMBLE", "HOP", "CUMULATE", "SESSION"]);
const legacyFunction = /^(TUMBLE|HOP|SESSION)(_START|_END|_ROWTIME|_PROCTIME)?$/;
const ksqldbNames = new Set(
  "WINDOWSTART WINDOWEND ROWKEY ROWTIME LATEST_BY_OFFSET EARLIEST_BY_OFFSET".split(" "),
);

const rules: readonly Rule[] = [
  ["risingwave", some((at) => at(0) === "EMIT" && at(1) === "ON" && at(2) === "WINDOW")],
  [
    "flink",
    some(
      (at) =>
        (at(0) === "DESCRIPTOR" && at(1) === "(") ||
        (at(0) === "TABLE" && at(1) === "(" && windowFunctions.has(at(2))) ||
        at(0) === "=>",
    ),
  ],
  [
    "risingwave",
    some((at) => (at(0) === "FROM" || at(0) === "JOIN") && windowFunctions.has(at(1)) && at(2) === "("),
  ],
  ["ksqldb", windowComesEarly],
  [
    "flink",
    some(
      (at) =>
        (legacyFunction.test(at(0)) && at(1) === "(" && at(-1) !== "WINDOW") ||
        (at(0) === "CURRENT_WATERMARK" && at(1) === "(") ||
        (at(0) === "WINDOW" && at(2) === "AS") ||
        (at(0) === "OVER" && at(1) === "(" && !(at(2) === "ROWS" && at(3) === "WINDOW")),
    ),
  ],
  ["ksqldb", withinComesEarly],
  ["ksqldb", some((at) => ksqldbNames.has(at(0)))],
  ["risingwave", some((at) => at(0) === "::")],
];

/** Whether a pattern holds at some token; it sees words in upper case and symbols, at a distance from that token. */
function some(pattern: (at: (distance: number) => string) => boolean): (tokens: readonly Token[]) => boolean {
  return (tokens) =>
    tokens.some((_, index) =>
      pattern((distance) => {
        const token = tokens[index + distance];
        return token === undefined ? "" : token.kind === "symbol" ? token.text : token.word;
      }),
    );
}

function windowComesEarly(tokens: readonly Token[]): boolean {
  const early = tokens.findIndex(
    ({ word }, index) =>
      word === "WINDOW" && tokens[index + 1]?.kind === "word" && tokens[index + 2]?.text === "(",
  );
  return early >= 0 && tokens.slice(early).some(({ word }) => word === "WHERE" || word === "GROUP");
}

function withinComesEarly(tokens: readonly Token[]): boolean {
  const within = tokens.findIndex(({ word }) => word === "WITHIN");
  return within >= 0 && tokens.slice(within).some(({ word }) => word === "ON");
}
