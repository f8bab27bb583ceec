import type { WatermarkSpec } from "../spec/watermark-spec.ts";

/** The watermark of one split or partition. */
interface Track {
  /** ms; -Infinity while unset. */
  watermark: number;
  /** Seq of the record that last moved it; -1: none. */
  mover: number;
  /** Arrival of its last record, or of the log's first while it has had none. */
  seen: number;
  idle: boolean;
}

/**
 * Event time as semantics.md, section 3 has it, one record at a time: a watermark for each partition (scopes partition
 * and global) or split (scope source), and the combined one that the wider scopes judge and close by.
 *
 * Where the contract is silent: the record whose arrival made an idle deadline due is the mover of the combined
 * watermark that then advances; a record that comes back from idleness may move the combined watermark by that alone.
 */
export class ReferenceClock {
  readonly #spec: WatermarkSpec;
  readonly #tracks: Track[];
  #combined = -Infinity;
  #combinedMover = -1;

  /** @param partitions logical partitions. @param splits of the source. */
  constructor(spec: WatermarkSpec, partitions: number, splits: number) {
    this.#spec = spec;
    const count = spec.scope === "source" ? splits : partitions;
    this.#tracks = Array.from({ length: count }, () => ({
      watermark: -Infinity,
      mover: -1,
      seen: Infinity,
      idle: false,
    }));
  }

  /** Idle deadlines of those that never have a record count from here. @param arrival the first that is known. */
  start(arrival: number): void {
    for (const track of this.#tracks) track.seen = arrival;
  }

  /** The earliest idle deadline there is, ms of arrival; Infinity: none. */
  idleDeadline(): number {
    const timeout = this.#spec.idleTimeout;
    if (this.#spec.scope === "partition" || timeout === null) return Infinity;
    return Math.min(...this.#tracks.filter((track) => !track.idle).map((track) => track.seen + timeout));
  }

  /**
   * Lets the earliest idle deadline that is due pass (ties: lowest split or partition).
   * @returns Whether there was one; call again until there is none, and close windows in between.
   */
  passIdleDeadline(arrival: number, seq: number): boolean {
    const deadline = this.idleDeadline();
    if (deadline > arrival || arrival === -Infinity) return false;
    this.#tracks.find((track) => !track.idle && track.seen + this.#spec.idleTimeout! === deadline)!.idle =
      true;
    this.#combine(seq);
    return true;
  }

  /** A record that was not refused arrives: it wakes its split or partition and moves the watermark if it can. */
  observe(record: {
    readonly seq: number;
    readonly eventTime: number;
    readonly arrival: number;
    readonly partition: number;
    readonly split: number;
    /** What the punctuation column holds; null where there is none. */
    readonly punctuation: number | null;
  }): void {
    const track = this.#tracks[this.#spec.scope === "source" ? record.split : record.partition]!;
    track.seen = record.arrival;
    track.idle = false;
    const skew = this.#spec.maxFutureSkew;
    const fromTheFuture = skew !== null && record.eventTime > record.arrival + skew;
    const candidate = this.#candidate(record.eventTime, record.punctuation);
    const unset = track.watermark === -Infinity;
    const isTold = candidate !== null && !(this.#spec.above !== undefined && candidate <= this.#spec.above);
    const isAhead = isTold && (unset || candidate > track.watermark + this.#spec.minAdvance);
    if (isAhead && !fromTheFuture) {
      track.watermark = candidate;
      track.mover = record.seq;
    }
    this.#combine(record.seq);
  }

  #candidate(eventTime: number, punctuation: number | null): number | null {
    const hasTime = eventTime > -Infinity;
    switch (this.#spec.strategy) {
      case "bounded":
        return hasTime ? eventTime - this.#spec.bound : null;
      case "ascending":
        return hasTime ? eventTime - 1 : null;
      case "punctuated":
        return Number.isSafeInteger(punctuation) ? punctuation : null;
      case "none":
        return null;
    }
  }

  /** The watermark that judges and closes in the partition, in ms: -Infinity while unset. */
  watermark(partition: number): number {
    return this.#spec.scope === "partition" ? this.#tracks[partition]!.watermark : this.#combined;
  }

  /** Seq of the record that last moved that watermark; -1: none. */
  mover(partition: number): number {
    return this.#spec.scope === "partition" ? this.#tracks[partition]!.mover : this.#combinedMover;
  }

  /** End of input: every watermark is +infinity. */
  end(): void {
    this.#combined = Infinity;
    for (const track of this.#tracks) track.watermark = Infinity;
  }

  /** Minimum over the active ones; with none active, or below what it was, the combined value stays. */
  #combine(seq: number): void {
    const active = this.#tracks.filter((track) => !track.idle);
    if (active.length === 0) return;
    const minimum = Math.min(...active.map((track) => track.watermark));
    if (minimum <= this.#combined) return;
    this.#combined = minimum;
    this.#combinedMover = seq;
  }
}
