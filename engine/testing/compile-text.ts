import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT, BOOLEAN, decimal, DOUBLE, STRING, TIMESTAMP } from "../data/data-type.ts";
import { compileQuery, type CompileOptions } from "../plan/compile-query.ts";
import type { AggregateQuery, PhysicalPlan } from "../plan/physical-plan.ts";

/** A stream with a column of each type, for tests of the binder. */
export const orders: StreamDefinition = {
  name: "orders",
  schema: [
    { name: "ts", type: TIMESTAMP },
    { name: "k", type: STRING },
    { name: "v", type: BIGINT },
    { name: "d", type: DOUBLE },
    { name: "m", type: decimal(10, 2) },
    { name: "f", type: BOOLEAN },
    { name: "paid_at", type: TIMESTAMP },
    { name: "shard", type: BIGINT },
  ],
  eventTime: "ts",
  arrival: "paid_at",
  split: "shard",
  splits: 3,
  maxOutOfOrderness: 60_000,
};

/** @returns The plan of a query that has no errors; fails the test otherwise. */
export function planOf(
  sql: string,
  options: CompileOptions = {},
  stream: StreamDefinition = orders,
): PhysicalPlan {
  const { plan, diagnostics } = compileQuery(sql, [stream], options);
  if (plan === null)
    throw new Error(`${sql}\n${diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n")}`);
  return plan;
}

/** @returns The aggregate query of the plan; fails the test when it is a plain one. */
export function aggregateQueryOf(sql: string, options: CompileOptions = {}): AggregateQuery {
  const { query } = planOf(sql, options);
  if (query.kind !== "aggregate") throw new Error(`${sql}\nis no aggregate query`);
  return query;
}

/** @returns Each diagnostic as `CODE "the text of its range"`, in order. */
export function problemsOf(
  sql: string,
  options: CompileOptions = {},
  stream: StreamDefinition = orders,
): readonly string[] {
  return compileQuery(sql, [stream], options).diagnostics.map(
    ({ code, range }) => `${code} "${sql.slice(range.start, range.end)}"`,
  );
}

/** @returns The text after putting the only fix that the diagnostics offer in its place. */
export function mended(sql: string): string {
  const fixes = compileQuery(sql, [orders]).diagnostics.filter(({ fix }) => fix !== null);
  if (fixes.length !== 1) throw new Error(`${sql}\nhas ${fixes.length} fixes`);
  const { range, fix } = fixes[0]!;
  return sql.slice(0, range.start) + fix! + sql.slice(range.end);
}
