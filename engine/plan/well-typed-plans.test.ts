import fc from "fast-check";
import { expect, test } from "vitest";
import { type DataType, sameType, TIMESTAMP } from "../data/data-type.ts";
import { castProblem } from "../expression/coercion-table.ts";
import type { Expression } from "../expression/expression.ts";
import { findFunction } from "../expression/function-registry.ts";
import { orders } from "../testing/compile-text.ts";
import { compileQuery } from "./compile-query.ts";
import type { PhysicalPlan } from "./physical-plan.ts";

const queries = [
  "SELECT k, COUNT(*) AS n, AVG(m) FROM orders WHERE v > 1.5 AND k <> 'a' GROUP BY k WINDOW TUMBLING(ts, 5s) HAVING n > 1 EMIT CHANGES",
  "SELECT window_start, window_end, window_time, MOD(v, 2) AS odd, SUM(d) FILTER (WHERE f) FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '5' SECOND)) GROUP BY window_start, window_end, MOD(v, 2) HAVING SUM(v) > 5",
  "SELECT k, v, COUNT(DISTINCT v) AS d, WINDOWSTART AS ws FROM orders WINDOW TUMBLING (SIZE 1 SECONDS, GRACE PERIOD 2 SECONDS) WHERE ts > '2026-01-01' GROUP BY k, v EMIT FINAL",
  "SELECT TUMBLE_START(ts, INTERVAL '90' SECOND) AS ws, f, MIN(k) FROM orders GROUP BY TUMBLE(ts, INTERVAL '90' SECOND), f HAVING MAX(v) IS NOT NULL",
  "SELECT *, v * 2 AS w, CASE WHEN f THEN m ELSE 1 END, COALESCE(d, v, NULL), k || v FROM orders WHERE v BETWEEN 1 AND 3 OR k IN ('a', NULL) WITH ('late.data.strategy' = 'drop')",
  "SELECT ts - INTERVAL '5' SECOND AS a, paid_at - ts AS b, DATE '2026-01-31' < ts AS c, ARRAY[v, d] AS e, MAP['a', m] [ 'a' ] AS g, ROW( v, k ) AS h, TRY_CAST(k AS BIGINT) AS i FROM orders WHERE k IN ('a') AND v BETWEEN 1 AND m",
  "SELECT v / 2 + 1 AS x, -m, COUNT(v), CAST(MAX(ts) AS STRING) FROM orders GROUP BY v / 2 EMIT FINAL",
].map((sql) => sql.split(" "));
const words = queries.flat();

test("whatever words of queries are exchanged, left out or doubled: a plan, or an error; and plans are well-typed", () => {
  const change = fc.record({
    at: fc.nat(60),
    how: fc.constantFrom("drop", "double", "replace"),
    word: fc.constantFrom(...words),
  });
  let plans = 0;
  fc.assert(
    fc.property(fc.constantFrom(...queries), fc.array(change, { maxLength: 3 }), (query, changes) => {
      const changed = [...query];
      for (const { at, how, word } of changes) {
        const index = at % changed.length;
        changed.splice(
          index,
          1,
          ...(how === "drop" ? [] : how === "double" ? [changed[index]!, changed[index]!] : [word]),
        );
      }
      const { plan, diagnostics } = compileQuery(changed.join(" "), [orders]);
      expect(plan === null).toBe(diagnostics.some(({ severity }) => severity === "error"));
      if (plan === null) return;
      plans += 1;
      checkPlan(plan);
    }),
    { numRuns: 1_000 },
  );
  expect(plans).toBeGreaterThan(100);
});

test("a fix ends the problem that offers it, whichever letter was lost", () => {
  let fixes = 0;
  fc.assert(
    fc.property(fc.constantFrom(...queries), fc.nat(300), (query, at) => {
      const text = query.join(" ");
      const index = at % text.length;
      const typed = text.slice(0, index) + text.slice(index + 1);
      for (const { code, range, fix } of compileQuery(typed, [orders]).diagnostics) {
        if (fix === null) continue;
        fixes += 1;
        const fixed = typed.slice(0, range.start) + fix + typed.slice(range.end);
        const left = compileQuery(fixed, [orders]).diagnostics;
        expect(left.filter((other) => other.code === code && other.range.start === range.start)).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
  expect(fixes).toBeGreaterThan(50);
});

function checkPlan({ input, filter, query, output }: PhysicalPlan): void {
  const columns = input.map(({ type }) => type);
  if (filter) expect(checked(filter, columns).kind).toBe("BOOLEAN");
  let scope: readonly DataType[] = columns;
  if (query.kind === "aggregate") {
    for (const call of query.aggregates) for (const argument of call.arguments) checked(argument, columns);
    scope = [
      ...query.keys.map((key) => checked(key, columns)),
      ...query.aggregates.map(({ type }) => type),
      ...(query.window ? [TIMESTAMP, TIMESTAMP] : []),
    ];
    if (query.having) expect(checked(query.having, scope).kind).toBe("BOOLEAN");
  }
  expect(query.projection.map((item) => checked(item, scope))).toEqual(output.map(({ type }) => type));
}

/** @returns The type of an expression after checking that every call gets what its function takes. */
function checked(expression: Expression, scope: readonly DataType[]): DataType {
  const { type } = expression;
  switch (expression.kind) {
    case "column":
      expect(type).toEqual(scope[expression.index]);
      break;
    case "literal":
      break;
    case "case":
      for (const { when, result } of expression.branches) {
        expect(checked(when, scope).kind).toBe("BOOLEAN");
        expect(checked(result, scope)).toEqual(type);
      }
      if (expression.otherwise) expect(checked(expression.otherwise, scope)).toEqual(type);
      break;
    case "call": {
      const types = expression.arguments.map((argument) => checked(argument, scope));
      if (expression.name === "cast" || expression.name === "try_cast") {
        expect(castProblem(types[0]!, type)).toBeNull();
        expect(sameType(types[0]!, type)).toBe(false);
        break;
      }
      // Which field of a structure is taken, and what its fields are called, is not in the types of the arguments.
      if (expression.name === ".") break;
      const literals = expression.arguments.map((one) => (one.kind === "literal" ? one.value : undefined));
      const resolution = findFunction(expression.name)?.resolve(types, literals);
      if (type.kind === "STRUCT" && expression.name === "struct")
        expect(resolution).toMatchObject({ parameters: type.fields.map((field) => field.type) });
      else expect(resolution).toEqual({ type, parameters: types });
    }
  }
  return type;
}
