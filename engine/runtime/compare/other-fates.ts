import type { QueryRun } from "../query-run.ts";
import { isCounted, verdictWord } from "../trace/fate.ts";
import type { Verdict } from "../verdict.ts";
import type { GiveWay } from "./give-way.ts";

/** Records whose fates differ that are named; further ones are counted alone. */
const RECORDS_NAMED = 100_000;
/** Records that are looked at before others get their turn. */
const PIECE = 65_536;

/** Where two runs count a record in different entries of the ledger. */
export interface FateCount {
  readonly here: Verdict;
  readonly there: Verdict;
  readonly records: number;
}

export interface OtherFates {
  /** Each pair of entries with its count, most frequent first. */
  readonly counts: readonly FateCount[];
  /** Seqs of the records, ascending. */
  readonly seqs: readonly number[];
  /** The entry there of each of them. */
  readonly there: readonly Verdict[];
}

/** @param read records that both runs have read. */
export async function otherFates(
  here: QueryRun,
  there: QueryRun,
  read: number,
  giveWay: GiveWay,
): Promise<OtherFates> {
  const [a, b] = [here.records.fate, there.records.fate];
  const counts = new Map<string, { here: Verdict; there: Verdict; records: number }>();
  const seqs: number[] = [];
  const others: Verdict[] = [];
  for (let seq = 0; seq < read; seq++) {
    if (seq % PIECE === PIECE - 1) await giveWay();
    if (a.at(seq) === b.at(seq)) continue;
    const [one, other] = [entryOf(a.at(seq)), entryOf(b.at(seq))];
    if (one === other) continue;
    const name = `${one} ${other}`;
    const counted = counts.get(name) ?? { here: one, there: other, records: 0 };
    counted.records++;
    counts.set(name, counted);
    if (seqs.length === RECORDS_NAMED) continue;
    seqs.push(seq);
    others.push(other);
  }
  return { counts: [...counts.values()].sort((x, y) => y.records - x.records), seqs, there: others };
}

/** The entry of the ledger that a fate belongs to: shades of counted are one. */
export function entryOf(fate: number): Verdict {
  return isCounted(fate) ? "counted" : verdictWord(fate);
}
