import { isDroppedUnasked, judgingStep } from "./judgement.ts";
import type { QueryRun } from "./query-run.ts";
import { isCounted, isDropped } from "./trace/fate.ts";

/** Event time and the watermark that judged it (-Infinity: unset) of records, ms, in order of arrival. */
export type Asked = readonly { readonly time: number; readonly judged: number }[];

const known = new WeakMap<QueryRun, AskedRecords>();

/** The records that the windows of a run were asked to take, by partition and group: those counted, and those that came too late for them. */
export class AskedRecords {
  readonly #run: QueryRun;
  /** Seqs, ascending, by partition and id of the group key. */
  readonly #groups = new Map<string, number[]>();
  #end = 0;

  private constructor(run: QueryRun) {
    this.#run = run;
  }

  /** What was gathered before is not gathered anew. */
  static of(run: QueryRun): AskedRecords {
    let records = known.get(run);
    if (!records) known.set(run, (records = new AskedRecords(run)));
    return records;
  }

  /** @param seq of such a record that is kept. @returns Seqs of its group, ascending; always the same array, which grows. */
  groupOf(seq: number): readonly number[] {
    this.#gather(seq + 1);
    return this.#groups.get(this.#nameOf(seq))!;
  }

  /** Of a group the records from seq `from` to `to` - 1 that are kept. */
  read(group: readonly number[], from: number, to: number): Asked {
    const { eventTime, first } = this.#run.records;
    return group.slice(indexOf(group, Math.max(from, first)), indexOf(group, to)).map((seq) => ({
      time: eventTime.at(seq),
      judged: judgingStep(this.#run, seq)?.value ?? -Infinity,
    }));
  }

  #gather(end: number): void {
    const { plan, records } = this.#run;
    for (let seq = Math.max(this.#end, records.first); seq < end; seq++) {
      const fate = records.fate.at(seq);
      if (!isCounted(fate) && (!isDropped(fate) || isDroppedUnasked(plan, fate))) continue;
      const name = this.#nameOf(seq);
      const seqs = this.#groups.get(name);
      if (seqs) seqs.push(seq);
      else this.#groups.set(name, [seq]);
    }
    this.#end = Math.max(this.#end, end);
  }

  #nameOf(seq: number): string {
    const { partition, key } = this.#run.records;
    return `${partition.at(seq)}/${key.at(seq)}`;
  }
}

/** Of the first that is not below `seq`. */
function indexOf(seqs: readonly number[], seq: number): number {
  let [low, high] = [0, seqs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (seqs[middle]! < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}
