import type { QueryRun } from "../query-run.ts";
import type { RunView } from "../run-view.ts";
import type { RowPair } from "./align-rows.ts";
import { type ChangeCounts, changeCounts, sameCounts } from "./change-counts.ts";
import type { Side } from "./explain-differences.ts";
import type { GiveWay } from "./give-way.ts";
import { entryOf } from "./other-fates.ts";
import { comparableRow, type NamedRow, resultSet } from "./result-set.ts";

/** Rows that are compared before others get their turn. */
const PIECE = 64;

/** What a trial is looked at for. */
export interface Sought {
  /** Rows that differ. */
  readonly pairs: readonly RowPair[];
  /** Records whose fates differ. */
  readonly seqs: readonly number[];
  /** The changelog of the other side where it has other numbers of rows; else null. */
  readonly changes: ChangeCounts | null;
  /** Whose rules it started from: a difference is gone where it comes to what the other side has. */
  readonly side: Side;
  /** The other side's run. */
  readonly target: QueryRun;
}

/** @returns Of each pair, then of each record, then of the changelog where it is sought: whether the difference is gone, 1 or 0. */
export async function trialOutcome(trial: RunView, sought: Sought, giveWay: GiveWay): Promise<Uint8Array> {
  const { pairs, seqs, changes, side, target } = sought;
  const gone = new Uint8Array(pairs.length + seqs.length + Number(changes !== null));
  const rows = new Map<string, NamedRow>();
  for (const row of (await resultSet(trial, giveWay)) ?? []) rows.set(row.name, row);
  for (const [at, pair] of pairs.entries()) {
    const wanted = side === "here" ? pair.there : pair.here;
    gone[at] = Number(sameRow(rows.get(pair.name) ?? null, trial.run, wanted, target));
    if (at % PIECE === PIECE - 1) await giveWay();
  }
  seqs.forEach((seq, at) => {
    if (seq >= trial.read || seq >= target.known) return;
    const [fate, wanted] = [trial.run, target].map(({ records }) => entryOf(records.fate.at(seq)));
    gone[pairs.length + at] = Number(fate === wanted);
  });
  if (changes) gone[gone.length - 1] = Number(sameCounts(changes, changeCounts(trial.run, trial.rowsOut)));
  return gone;
}

function sameRow(
  row: NamedRow | null,
  { plan }: QueryRun,
  wanted: NamedRow | null,
  { plan: wantedPlan }: QueryRun,
): boolean {
  if (row === null || wanted === null) return row === wanted;
  const values = comparableRow(
    wanted,
    wantedPlan.output.map(({ type }) => type),
  );
  const types = plan.output.map(({ type }) => type);
  return comparableRow(row, types).every((value, column) => value === values[column]);
}
