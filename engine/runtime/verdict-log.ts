import { type RecordHeader, RecordStatus } from "../data/record-status.ts";
import type { HostOutput } from "./partition-host.ts";
import { verdictWord } from "./trace/fate.ts";
import { type Verdict, verdictByte } from "./verdict.ts";

const MALFORMED = verdictByte("malformed");
const SKIPPED = verdictByte("skipped");
const FILTERED = verdictByte("filtered");

/** The verdict and the partition of every record read so far, by seq: three bytes a record. */
export class VerdictLog {
  #verdicts: Uint8Array = new Uint8Array(1024);
  #partitions: Int16Array = new Int16Array(1024);
  #length = 0;

  append(header: RecordHeader, hosts: readonly HostOutput[]): void {
    const { base, length, status } = header;
    this.#reserve(base + length);
    const partitionOf = hosts[0]?.partitionOf;
    for (let row = 0; row < length; row++) {
      const state = status[row]!;
      let verdict = 0;
      if (state === RecordStatus.malformed) verdict = MALFORMED;
      else if (state === RecordStatus.skipped) verdict = SKIPPED;
      else if (state === RecordStatus.removed) verdict = FILTERED;
      else for (const host of hosts) verdict |= host.verdicts?.[row] ?? 0;
      this.#verdicts[base + row] = verdict;
      this.#partitions[base + row] = partitionOf ? partitionOf[row]! : -1;
    }
    this.#length = base + length;
  }

  /** "not yet" beyond what was read. */
  verdict(seq: number): Verdict {
    return seq < this.#length ? verdictWord(this.#verdicts[seq]!) : "not yet";
  }

  /** -1 where it has none yet. */
  partition(seq: number): number {
    return seq < this.#length ? this.#partitions[seq]! : -1;
  }

  #reserve(capacity: number): void {
    if (capacity <= this.#verdicts.length) return;
    const grown = Math.max(capacity, 2 * this.#verdicts.length);
    const verdicts = new Uint8Array(grown);
    verdicts.set(this.#verdicts);
    this.#verdicts = verdicts;
    const partitions = new Int16Array(grown);
    partitions.set(this.#partitions);
    this.#partitions = partitions;
  }
}
