import type { OverFunction, OverPlace, RankName } from "../aggregate/over-function.ts";
import { findAggregate } from "../aggregate/registry.ts";
import { BIGINT, DOUBLE, STRING } from "../data/data-type.ts";
import { findFunction } from "../expression/function-registry.ts";
import type { OverSpec } from "../spec/over-spec.ts";
import type * as ast from "../sql/expression-ast.ts";
import { AggregateCollector } from "./bind-aggregates.ts";
import { bindCall } from "./bind-call.ts";
import type { ExpressionBinder } from "./bind-expression.ts";
import type { BindingContext } from "./binding-context.ts";
import { coerce } from "./coerce.ts";
import { nearestName } from "./nearest-name.ts";
import type { CallOver } from "./over-windows.ts";

const ranks: ReadonlyMap<string, RankName> = new Map(
  (["row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "ntile"] as const).map((name) => [
    name,
    name,
  ]),
);

/** Functions of places: how many arguments they take, and what the second means. */
const places: ReadonlyMap<
  string,
  { readonly place: OverPlace["place"]; readonly arguments: readonly [number, number] }
> = new Map([
  ["first_value", { place: "first", arguments: [1, 1] }],
  ["last_value", { place: "last", arguments: [1, 1] }],
  ["nth_value", { place: "nth", arguments: [2, 2] }],
  ["lag", { place: "lag", arguments: [1, 3] }],
  ["lead", { place: "lead", arguments: [1, 3] }],
] as const);

/** Binds a call over a window that is bound. @returns null after reporting what is wrong. */
export function bindOverFunction(
  node: CallOver,
  window: number,
  spec: OverSpec,
  binder: ExpressionBinder,
  context: BindingContext,
): OverFunction | null {
  const name = node.name.text.toLowerCase();
  const rank = ranks.get(name);
  if (rank !== undefined) return bindRank(node, rank, window, spec, context);
  if (places.has(name) && isPlace(node, name, spec, context))
    return bindPlace(node, name, window, spec, binder, context);
  if (findAggregate(name) !== null) return bindAggregate(node, window, binder, context);
  return reportName(node, context);
}

/** FIRST_VALUE and LAST_VALUE are aggregates where they skip NULLs, or where the first record is not kept. */
function isPlace(node: CallOver, name: string, spec: OverSpec, { rules }: BindingContext): boolean {
  if (findAggregate(name) === null) return true;
  const mayBeNull = node.nulls === "respect" || (node.nulls === null && rules.overMayBeNull);
  const isPlain = node.arguments.length === 1 && node.orderBy.length === 0 && node.distinct === null;
  const isKept = spec.bufferRows !== null || spec.frame.start !== null || name === "last_value";
  return mayBeNull && isPlain && isKept && node.filter === null && node.star === null;
}

function bindAggregate(
  node: CallOver,
  window: number,
  binder: ExpressionBinder,
  context: BindingContext,
): OverFunction | null {
  const first = /^(first|last)_value$/i.test(node.name.text);
  const nulls = first && node.nulls === null && context.rules.overMayBeNull ? "respect" : node.nulls;
  const plain: ast.FunctionCall = { ...node, nulls, over: null };
  const collector = new AggregateCollector(binder, context);
  collector.collect(plain, () => false);
  const call = collector.indexOf(plain) === null ? undefined : collector.calls[0];
  return call ? { kind: "aggregate", window, arguments: call.arguments, type: call.type, call } : null;
}

function bindRank(
  node: CallOver,
  rank: RankName,
  window: number,
  spec: OverSpec,
  { report }: BindingContext,
): OverFunction | null {
  const upper = rank.toUpperCase();
  const wanted = rank === "ntile" ? 1 : 0;
  if (!hasRightForm(node, [wanted, wanted], report)) return null;
  const [given] = node.arguments;
  const buckets = given === undefined ? 1 : countOf(given, 1n);
  if (buckets === null)
    return report.error("WRONG_PARAMETER", given!.range, `${upper} takes a number of parts from 1 on.`, {
      hint: "Write NTILE(4).",
    });
  const needsAll = rank === "percent_rank" || rank === "cume_dist" || rank === "ntile";
  if (needsAll && spec.leaves === "at-watermark")
    return report.unsupported(
      "UNSUPPORTED_RANK_OF_ALL",
      node.name.range,
      `${upper} needs to know all rows of the group, and more may come.`,
      { hint: "Keep rows: OVER (ROWS WINDOW BUFFER 100 ROWS …), or use RANK." },
    );
  const type = rank === "percent_rank" || rank === "cume_dist" ? DOUBLE : BIGINT;
  return { kind: "rank", rank, buckets, window, arguments: [], type };
}

function bindPlace(
  node: CallOver,
  name: string,
  window: number,
  spec: OverSpec,
  binder: ExpressionBinder,
  context: BindingContext,
): OverFunction | null {
  const { report } = context;
  const rule = places.get(name)!;
  const upper = name.toUpperCase();
  if (!hasRightForm(node, rule.arguments, report)) return null;
  const [valueNode, countNode, fallbackNode] = node.arguments;
  const count = countNode === undefined ? 1 : countOf(countNode, rule.place === "nth" ? 1n : 0n);
  const value = binder.bind(valueNode!);
  const fallback = fallbackNode === undefined ? null : binder.bind(fallbackNode);
  if (count === null)
    return report.error(
      "WRONG_PARAMETER",
      countNode!.range,
      `${upper} takes a whole number of rows here, written out.`,
      { hint: `Write ${upper}(value, 2).` },
    );
  if (value === null || (fallbackNode !== undefined && fallback === null)) return null;
  if (rule.place === "nth" && spec.bufferRows === null && spec.frame.start === null)
    return report.unsupported(
      "UNSUPPORTED_NTH_OF_ALL",
      node.name.range,
      "NTH_VALUE of everything so far would have to keep everything.",
      { hint: "Keep rows: OVER (ROWS WINDOW BUFFER 100 ROWS …)." },
    );
  // The one type that both can have is that of COALESCE.
  const both = fallback && bindCall("coalesce", [value, fallback], node.range, context);
  if (fallback !== null && both === null) return null;
  const type = both?.type ?? value.type ?? STRING;
  const parts = fallback === null ? [value] : [value, fallback];
  return {
    kind: "place",
    place: rule.place,
    count,
    window,
    arguments: parts.map((part) => coerce(part, type)),
    type,
  };
}

function hasRightForm(
  node: CallOver,
  [least, most]: readonly [number, number],
  report: BindingContext["report"],
): boolean {
  const upper = node.name.text.toUpperCase();
  const misplaced =
    node.distinct ?? node.star ?? node.filter?.range ?? node.orderBy[0]?.range ?? (node.nulls && node.range);
  if (misplaced) {
    report.error(
      "MISPLACED_IN_OVER",
      misplaced,
      `DISTINCT, *, FILTER, ORDER BY and IGNORE NULLS do not go with ${upper}.`,
      { hint: "Leave it out." },
    );
    return false;
  }
  const { length } = node.arguments;
  if (length >= least && length <= most) return true;
  const wanted = least === most ? `${least}` : `${least} to ${most}`;
  report.error(
    "WRONG_ARGUMENT_COUNT",
    node.range,
    `${upper} takes ${wanted} argument${wanted === "1" ? "" : "s"}.`,
    {
      hint: `Write ${examples[node.name.text.toLowerCase()] ?? `${upper}()`} OVER (…).`,
    },
  );
  return false;
}

const examples: Readonly<Record<string, string>> = {
  ntile: "NTILE(4)",
  nth_value: "NTH_VALUE(value, 2)",
  lag: "LAG(value, 1)",
  lead: "LEAD(value, 1)",
};

function countOf(node: ast.Expression, least: bigint): number | null {
  return node.kind === "integer" && node.value >= least && node.value <= 1_000_000n
    ? Number(node.value)
    : null;
}

function reportName({ name }: CallOver, { report }: BindingContext): null {
  const near = nearestName(name.text, [
    ...ranks.keys(),
    ...places.keys(),
    "sum",
    "avg",
    "min",
    "max",
    "count",
  ]);
  if (findFunction(name.text) !== null)
    return report.error(
      "NOT_AN_OVER_FUNCTION",
      name.range,
      `${name.text.toUpperCase()} is of one record: it has no window.`,
      { hint: "Leave OVER (…) out." },
    );
  return report.error("UNKNOWN_FUNCTION", name.range, `There is no function ${name.text} over a window.`, {
    hint:
      near === null
        ? "Aggregates, ranks, LAG, LEAD and the like go with OVER."
        : `Did you mean ${near.toUpperCase()}?`,
    fix: near === null ? null : near.toUpperCase(),
  });
}
