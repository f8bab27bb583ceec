import fc from "fast-check";
import type { GeneratedQuery } from "./generate-query.ts";

const orderKey = fc
  .record({
    key: fc.constantFrom("COUNT(*)", "MAX(v)", "MIN(k)", "SUM(m)", "MAX(d)", "BOOL_OR(b)"),
    direction: fc.constantFrom("", " ASC", " DESC"),
    nulls: fc.constantFrom("", "", " NULLS FIRST", " NULLS LAST"),
  })
  .map(({ key, direction, nulls }) => `${key}${direction}${nulls}`);

/** What is done to a result as a whole, of which a query takes what it can have. */
interface ResultClauses {
  readonly distinct: boolean;
  readonly order: readonly string[];
  readonly limit: number | null;
  readonly offset: number | null;
  /** In the place of EMIT FINAL: EMIT EVERY so many rows or ms. */
  readonly every: string | null;
}

const clauses: fc.Arbitrary<ResultClauses> = fc.record({
  distinct: fc.boolean(),
  order: fc.array(orderKey, { maxLength: 2 }),
  limit: fc.option(fc.integer({ min: 0, max: 30 }), { freq: 1 }),
  offset: fc.option(fc.integer({ min: 0, max: 5 }), { freq: 1 }),
  every: fc.option(
    fc.oneof(
      fc.integer({ min: 1, max: 4 }).map((rows) => `${rows} ROWS`),
      fc.constantFrom("1ms", "5ms", "8ms", "30ms"),
    ),
    { freq: 1 },
  ),
});

/** Adds DISTINCT, ORDER BY, LIMIT, OFFSET and EMIT EVERY to about every third query, where the rules of its preset let it. */
export function withResult(query: fc.Arbitrary<GeneratedQuery>): fc.Arbitrary<GeneratedQuery> {
  const changed = fc.record({ query, chosen: clauses }).map(({ query: given, chosen }) => ({
    ...given,
    sql: writtenWith(given, chosen),
  }));
  return fc.oneof({ weight: 2, arbitrary: query }, { weight: 1, arbitrary: changed });
}

/** A plain SELECT begins with the time, which would make every record different. */
const plain = /SELECT ts, /;

function writtenWith(
  { sql, preset }: GeneratedQuery,
  { distinct, order, limit, offset, every }: ResultClauses,
): string {
  const native = preset === "velostream";
  const single = plain.test(sql);
  const emits = /( EMIT \w+)?$/.exec(sql)![0];
  const sorts = native && !single && order.length > 0;
  const final = emits === " EMIT FINAL" || (emits === "" && sql.includes(" WINDOW "));
  const throttled = native && final && every !== null;
  const limits = single || preset === "ksqldb" || (native && ((final && !throttled) || !sorts));
  const end = [
    sorts ? ` ORDER BY ${order.join(", ")}` : "",
    limits && limit !== null ? ` LIMIT ${limit}` : "",
    limits && offset !== null && preset !== "ksqldb" ? ` OFFSET ${offset}` : "",
  ].join("");
  const body = sql.slice(0, sql.length - emits.length) + end + (throttled ? ` EMIT EVERY ${every}` : emits);
  return single && distinct && preset !== "ksqldb" ? body.replace(plain, "SELECT DISTINCT ") : body;
}
