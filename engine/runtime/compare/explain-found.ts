import { type PlannedSide, type RuleName, switchRules } from "../../plan/rules-that-matter.ts";
import type { QueryRun } from "../query-run.ts";
import type { RowPair } from "./align-rows.ts";
import { sameCounts } from "./change-counts.ts";
import type { Cause, Comparison } from "./comparison.ts";
import { explainDifferences, type Explanation, type Side, type Trial } from "./explain-differences.ts";
import type { GiveWay } from "./give-way.ts";
import type { OtherFates } from "./other-fates.ts";
import { SecondRun } from "./second-run.ts";
import { trialOutcome } from "./trial-outcome.ts";

/** Differences of rows, and of records, that are explained at most. */
const EXPLAINED = 20_000;
/** Runs that may be made to explain. */
const TRIALS = 100;

/** All that was found at one position; rows and records are read from it by range. */
export interface Found {
  readonly comparison: Comparison;
  /** Both results aligned; empty where they could not be. */
  readonly pairs: readonly RowPair[];
  readonly fates: OtherFates;
  /** By name of the row, and by seq. */
  readonly rowCauses: ReadonlyMap<string, Explanation>;
  readonly recordCauses: ReadonlyMap<number, Explanation>;
}

/** One side of a comparison: how its query is compiled, and its run. */
export interface ComparedRun extends PlannedSide {
  readonly run: QueryRun;
}

/**
 * Finds by trial which of the rules make the differences that were found.
 * @throws Overtaken by `giveWay`.
 */
export async function explainFound(
  found: Found,
  sides: Readonly<Record<Side, ComparedRun>>,
  rules: readonly RuleName[],
  giveWay: GiveWay,
): Promise<Found> {
  const { comparison } = found;
  const { position, ended, changes } = comparison;
  const pairs = found.pairs.filter(({ fate }) => fate !== "agrees").slice(0, EXPLAINED);
  const seqs = found.fates.seqs.slice(0, EXPLAINED);
  const changelog = !sameCounts(changes.here, changes.there);
  const trial: Trial = async (side, switched) => {
    const otherSide = side === "here" ? "there" : "here";
    const [own, other] = [sides[side], sides[otherSide]];
    const plan = own.compile(switchRules(own.plan.rules, other.plan.rules, switched));
    await giveWay();
    if (plan === null) return null;
    const run = new SecondRun(plan, own.run.log);
    try {
      await run.moveTo(position, ended, giveWay);
      const wanted = changelog ? changes[otherSide] : null;
      return await trialOutcome(run.view, { pairs, seqs, changes: wanted, side, target: other.run }, giveWay);
    } finally {
      run.dispose();
    }
  };
  const count = pairs.length + seqs.length + Number(changelog);
  const explanations = await explainDifferences(count, rules, trial, TRIALS);
  const rowsOf = explanations.slice(0, pairs.length);
  const recordsOf = explanations.slice(pairs.length, pairs.length + seqs.length);
  return {
    ...found,
    comparison: {
      ...comparison,
      causes: causesOf(rowsOf, recordsOf, changelog ? explanations.at(-1)! : null),
    },
    rowCauses: new Map(pairs.map(({ name }, at) => [name, rowsOf[at]!])),
    recordCauses: new Map(seqs.map((seq, at) => [seq, recordsOf[at]!])),
  };
}

/** Differences by what makes them, most rows first. */
function causesOf(
  rows: readonly Explanation[],
  records: readonly Explanation[],
  changelog: Explanation | null,
): readonly Cause[] {
  const causes = new Map<string, { rules: Explanation; rows: number; records: number; changelog: boolean }>();
  const causeOf = (rules: Explanation): { rows: number; records: number; changelog: boolean } => {
    const known = causes.get(rules.join()) ?? { rules, rows: 0, records: 0, changelog: false };
    causes.set(rules.join(), known);
    return known;
  };
  for (const rules of rows) causeOf(rules).rows++;
  for (const rules of records) causeOf(rules).records++;
  if (changelog) causeOf(changelog).changelog = true;
  return [...causes.values()].sort((a, b) => b.rows - a.rows || b.records - a.records);
}
