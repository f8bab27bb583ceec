import { DIALECTS, type Dialect } from "../common/dialect.ts";
import type { Annotation } from "./ast.ts";
import type { Token } from "./token.ts";

/**
 * Whose spelling a statement uses: what an annotation `-- @dialect: ksqldb` above it says, else a guess.
 * @param tokens of one statement.
 */
export function dialectOf(
  tokens: readonly Token[],
  annotations: readonly Annotation[],
): { readonly dialect: Dialect; readonly fixed: boolean } {
  const wanted = annotations.findLast(({ key }) => key.toLowerCase() === "dialect")?.value.toLowerCase();
  const named = DIALECTS.find((dialect) => dialect === wanted);
  return { dialect: named ?? guessDialect(tokens), fixed: named !== undefined };
}

/**
 * Guesses whose spelling a statement uses. The first rule that holds decides:
 * 1. velostream: `OVER (ROWS WINDOW BUFFER …`, and a WINDOW clause behind GROUP BY or with a first argument that ksqlDB
 *    does not know; nobody else has them.
 * 2. risingwave: `EMIT ON WINDOW CLOSE`, `CREATE MATERIALIZED VIEW`, `SESSION WITH GAP`, `FORMAT … ENCODE …`,
 *    `APPEND ONLY`, `* EXCEPT (…)`, `DISTINCT ON (…)`, `ASOF JOIN`, and EXCLUDE of a frame.
 * 3. ksqldb: TRANSFORM, FILTER and REDUCE with a lambda: `x => x + 1`, `(k, v) => v`.
 *    flink: `DESCRIPTOR(…)`, a window table function inside `TABLE(…)`, named arguments (`=>`), hints.
 * 4. risingwave: `FROM TUMBLE(…)`, `FROM HOP(…)` and their like without any of that.
 * 5. ksqldb: a WINDOW clause that WHERE or GROUP BY follows.
 * 6. flink: TUMBLE, HOP or SESSION and their _START, _END … anywhere else, `CURRENT_WATERMARK(…)`, `WINDOW name AS (…)`,
 *    OVER other than velostream's, and MATCH_RECOGNIZE.
 * 7. ksqldb: WITHIN before ON or with GRACE PERIOD, the names WINDOWSTART, WINDOWEND, ROWKEY, ROWTIME, LATEST_BY_OFFSET,
 *    EARLIEST_BY_OFFSET, `struct->field`, `:=`, and PARTITION BY outside of parentheses.
 * 8. The key of the first option in WITH (…): 'connector' in quotes is flink's, connector without risingwave's, any other
 *    without quotes ksqldb's.
 * 9. flink: `WATERMARK FOR`, `NOT ENFORCED`.
 * 10. flink: DATE_FORMAT with a pattern of Java's letters, and `SPLIT_INDEX(…)`. What SET names: 'ksql.…' and 'auto.offset.reset' are
 *    ksqldb's, 'table.…' and the like flink's.
 * 11. risingwave: casts with `::`, JSON taken apart by `->` and `->>`.
 * 12. velostream, the native dialect.
 *
 * @param tokens of one statement.
 */
function guessDialect(tokens: readonly Token[]): Dialect {
  for (const [dialect, holds] of rules) if (holds(tokens)) return dialect;
  return "velostream";
}

type Rule = readonly [Dialect, (tokens: readonly Token[]) => boolean];

const windowKinds = new Set(["TUMBLING", "HOPPING", "SLIDING", "SESSION", "CUMULATE"]);
const windowFunctions = new Set(["TUMBLE", "HOP", "CUMULATE", "SESSION"]);
const legacyFunction = /^(TUMBLE|HOP|SESSION)(_START|_END|_ROWTIME|_PROCTIME)?$/;
const ksqldbNames = new Set(
  "WINDOWSTART WINDOWEND ROWKEY ROWTIME LATEST_BY_OFFSET EARLIEST_BY_OFFSET".split(" "),
);

const rules: readonly Rule[] = [
  ["velostream", some((at) => at(0) === "ROWS" && at(1) === "WINDOW" && at(2) === "BUFFER")],
  ["velostream", hasNativeWindow],
  [
    "risingwave",
    some(
      (at) =>
        (at(0) === "EMIT" && at(1) === "ON" && at(2) === "WINDOW") ||
        (at(0) === "MATERIALIZED" && at(1) === "VIEW") ||
        (at(0) === "SESSION" && at(1) === "WITH" && at(2) === "GAP") ||
        (at(0) === "FORMAT" && at(2) === "ENCODE") ||
        (at(0) === "APPEND" && at(1) === "ONLY") ||
        (at(0) === "*" && at(1) === "EXCEPT" && at(2) === "(") ||
        (at(0) === "DISTINCT" && at(1) === "ON" && at(2) === "(") ||
        (at(0) === "ASOF" && ["JOIN", "LEFT", "INNER"].includes(at(1))) ||
        (at(0) === "EXCLUDE" && ["CURRENT", "GROUP", "TIES", "NO"].includes(at(1))),
    ),
  ],
  ["ksqldb", hasLambda],
  [
    "flink",
    some(
      (at) =>
        (at(0) === "DESCRIPTOR" && at(1) === "(") ||
        (at(0) === "TABLE" && at(1) === "(" && windowFunctions.has(at(2))) ||
        at(0) === "=>" ||
        at(0) === "/*+",
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
        (at(0) === "OVER" && at(1) === "(") ||
        (at(0) === "MATCH_RECOGNIZE" && at(1) === "("),
    ),
  ],
  ["ksqldb", withinIsKsqldb],
  ["ksqldb", some((at, kind) => ksqldbNames.has(at(0)) || at(0) === ":=" || isFieldArrow(at, kind))],
  ["ksqldb", hasPartitionClause],
  ["flink", optionKey((kind, text) => kind === "string" && text === "CONNECTOR")],
  ["risingwave", optionKey((kind, text) => kind === "word" && text === "CONNECTOR")],
  ["ksqldb", optionKey((kind) => kind === "word")],
  [
    "flink",
    some((at) => (at(0) === "WATERMARK" && at(1) === "FOR") || (at(0) === "NOT" && at(1) === "ENFORCED")),
  ],
  ["flink", formatsInJava],
  ["flink", some((at) => at(0) === "SPLIT_INDEX" && at(1) === "(")],
  ["ksqldb", setsOption(/^(ksql\.|auto\.offset\.reset$)/i)],
  ["flink", setsOption(/^(table|execution|pipeline|sql-client)\./i)],
  ["risingwave", some((at) => at(0) === "::" || at(0) === "->" || at(0) === "->>")],
];

/** What stands at a distance: a word in upper case, or a symbol. */
type At = (distance: number) => string;
type KindAt = (distance: number) => Token["kind"] | null;

/** Whether a pattern holds at some token. */
function some(pattern: (at: At, kind: KindAt) => boolean): (tokens: readonly Token[]) => boolean {
  return (tokens) => {
    let index = 0;
    const at: At = (distance) => {
      const token = tokens[index + distance];
      return token === undefined ? "" : token.kind === "symbol" ? token.text : token.word;
    };
    const kind: KindAt = (distance) => tokens[index + distance]?.kind ?? null;
    for (; index < tokens.length; index++) if (pattern(at, kind)) return true;
    return false;
  };
}

/** ksqlDB's `address->city`; with a string or a number behind it the arrow is that of JSON. */
function isFieldArrow(at: At, kind: KindAt): boolean {
  return at(0) === "->" && (kind(1) === "word" || kind(1) === "quoted");
}

/** Whether the first key of a WITH list is such a one. @param fits gets its kind and its text in upper case. */
function optionKey(
  fits: (kind: Token["kind"], text: string) => boolean,
): (tokens: readonly Token[]) => boolean {
  return (tokens) =>
    tokens.some(({ word }, index) => {
      if (word !== "WITH") return false;
      const [opened, key, equal] = tokens.slice(index + 1, index + 4);
      return opened?.text === "(" && equal?.text === "=" && fits(key!.kind, key!.text.toUpperCase());
    });
}

/** A WINDOW clause as ksqlDB never has it; `WINDOW TUMBLING(ts, 5m)` in the wrong place is native all the same. */
function hasNativeWindow(tokens: readonly Token[]): boolean {
  const at = windowClause(tokens);
  return (
    at >= 0 && (!hasKsqldbMeasure(tokens, at) || tokens.slice(0, at).some(({ word }) => word === "GROUP"))
  );
}

function windowComesEarly(tokens: readonly Token[]): boolean {
  const at = windowClause(tokens);
  if (at < 0 || !hasKsqldbMeasure(tokens, at)) return false;
  return tokens.slice(at).some(({ word }) => word === "WHERE" || word === "GROUP");
}

/** @returns Where a clause `WINDOW TUMBLING (…` or its like begins, or -1. */
function windowClause(tokens: readonly Token[]): number {
  return tokens.findIndex(
    ({ word }, index) =>
      word === "WINDOW" && windowKinds.has(tokens[index + 1]?.word ?? "") && tokens[index + 2]?.text === "(",
  );
}

/** Whether its parentheses begin with `SIZE` or its like, or with a number and a unit. */
function hasKsqldbMeasure(tokens: readonly Token[], at: number): boolean {
  const [first, second] = tokens.slice(at + 3, at + 5);
  const labelled = ["SIZE", "ADVANCE", "GRACE", "RETENTION"].includes(first?.word ?? "");
  return labelled || (first?.kind === "integer" && second?.kind === "word");
}

function hasLambda(tokens: readonly Token[]): boolean {
  return (
    tokens.some(({ text }) => text === "=>") &&
    some((at) => ["TRANSFORM", "FILTER", "REDUCE"].includes(at(0)) && at(1) === "(" && at(2) !== "WHERE")(
      tokens,
    )
  );
}

/** Whether the first string behind a DATE_FORMAT has Java's letters and no %. */
function formatsInJava(tokens: readonly Token[]): boolean {
  return tokens.some(({ word }, index) => {
    if (word !== "DATE_FORMAT") return false;
    const pattern = tokens.slice(index, index + 12).find(({ kind }) => kind === "string")?.text ?? "";
    return /yy|MM|dd|HH|mm|ss/.test(pattern) && !pattern.includes("%");
  });
}

function hasPartitionClause(tokens: readonly Token[]): boolean {
  let open = 0;
  return tokens.some(({ kind, text, word }, index) => {
    if (kind === "symbol") open += text === "(" ? 1 : text === ")" ? -1 : 0;
    return open === 0 && word === "PARTITION" && tokens[index + 1]?.word === "BY";
  });
}

/** Whether the statement is SET or RESET of an option of such a name. */
function setsOption(name: RegExp): (tokens: readonly Token[]) => boolean {
  return ([first, key]) =>
    ["SET", "RESET", "UNSET"].includes(first?.word ?? "") && key?.kind === "string" && name.test(key.text);
}

function withinIsKsqldb(tokens: readonly Token[]): boolean {
  const within = tokens.findIndex(
    ({ word }, index) => word === "WITHIN" && tokens[index + 1]?.word !== "GROUP",
  );
  return within >= 0 && tokens.slice(within).some(({ word }) => word === "ON" || word === "GRACE");
}
