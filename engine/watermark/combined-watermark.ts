import { type RecordHeader, RecordStatus } from "../data/record-status.ts";
import type { WatermarkSpec } from "../spec/watermark-spec.ts";
import { proposedBy, watermarkLag } from "./watermark-lag.ts";
import type { WatermarkSteps } from "./watermark-steps.ts";

/**
 * The minimum of the watermarks of several members (source splits, or partitions) over those that are not idle.
 * Every thread computes it from the columns it sees, so that no talk between threads is needed. semantics.md, section 3:
 * a member without a record yet holds the minimum back until its idle deadline, counted from the first arrival; when
 * the last active member goes idle the value stays; a member that comes back lower never lowers it.
 */
export class CombinedWatermark {
  readonly #lag: number;
  readonly #above: number;
  readonly #minAdvance: number;
  readonly #maxFutureSkew: number;
  readonly #idleTimeout: number;
  /** Of each member: its own watermark, the arrival of its last record (or of the log's first), and whether it is idle. */
  readonly watermarks: Float64Array;
  readonly lastArrival: Float64Array;
  readonly idle: Uint8Array;
  /** ms; -Infinity while a member holds it back. */
  current: number = -Infinity;
  /** Seq of the record that last moved it, or at which a timer did; -1 when none did. */
  mover = -1;
  #moved: Float64Array | null = null;
  #nextDeadline = Infinity;
  #started = false;

  /** @param members number of splits or partitions, at least 1. */
  constructor(spec: WatermarkSpec, members: number) {
    this.#lag = watermarkLag(spec);
    this.#above = spec.above ?? -Infinity;
    this.#minAdvance = spec.minAdvance;
    this.#maxFutureSkew = spec.maxFutureSkew ?? Infinity;
    this.#idleTimeout = spec.idleTimeout ?? Infinity;
    this.watermarks = new Float64Array(members).fill(-Infinity);
    this.lastArrival = new Float64Array(members);
    this.idle = new Uint8Array(members);
  }

  /**
   * Observes a whole batch.
   * @param member of each record; null: all are of member 0.
   * @param before gets, for each record, the value after its timers and before its own observation.
   * @param after gets the value after its observation.
   * @param moved gets, at each record that moves its member's own watermark, where to; null when nobody asks.
   */
  observe(
    header: RecordHeader,
    member: Int32Array | null,
    before: Float64Array,
    after: Float64Array,
    steps: WatermarkSteps,
    moved: Float64Array | null = null,
  ): void {
    const { arrival, eventTime, status } = header;
    const proposed = proposedBy(header);
    this.#moved = moved;
    for (let row = 0; row < header.length; row++) {
      const now = arrival[row]!;
      if (!this.#started && now > -Infinity) this.#start(now);
      if (now >= this.#nextDeadline) this.#expire(now, row, header.base, steps);
      before[row] = this.current;
      const state = status[row]!;
      if (state === RecordStatus.live || state === RecordStatus.filtered)
        this.#observe(
          member ? member[row]! : 0,
          eventTime[row]! > now + this.#maxFutureSkew ? -Infinity : proposed[row]! - this.#lag,
          now,
          row,
          header.base,
          steps,
        );
      after[row] = this.current;
    }
  }

  #start(now: number): void {
    this.#started = true;
    this.lastArrival.fill(now);
    this.#nextDeadline = now + this.#idleTimeout;
  }

  /** @param candidate the watermark that the record proposes; -Infinity: none. */
  #observe(
    member: number,
    candidate: number,
    now: number,
    row: number,
    base: number,
    steps: WatermarkSteps,
  ): void {
    const wasIdle = this.idle[member] === 1;
    const own = this.watermarks[member]!;
    this.idle[member] = 0;
    this.lastArrival[member] = now;
    if (wasIdle) this.#nextDeadline = Math.min(this.#nextDeadline, now + this.#idleTimeout);
    const advances = candidate > own + this.#minAdvance && candidate > this.#above;
    if (advances) {
      this.watermarks[member] = candidate;
      if (this.#moved) this.#moved[row] = candidate;
    }
    if (wasIdle || (advances && own <= this.current)) this.#combine(row, base, steps, null);
  }

  /** Timers due by `now`, in order of their deadlines: each may move the combined value by itself. */
  #expire(now: number, row: number, base: number, steps: WatermarkSteps): void {
    for (;;) {
      let earliest = Infinity;
      for (let member = 0; member < this.idle.length; member++)
        if (this.idle[member] === 0)
          earliest = Math.min(earliest, this.lastArrival[member]! + this.#idleTimeout);
      this.#nextDeadline = earliest;
      if (earliest > now) return;
      for (let member = 0; member < this.idle.length; member++) {
        if (this.idle[member] === 1 || this.lastArrival[member]! + this.#idleTimeout !== earliest) continue;
        this.idle[member] = 1;
        this.#combine(row, base, steps, earliest);
      }
    }
  }

  #combine(row: number, base: number, steps: WatermarkSteps, deadline: number | null): void {
    let lowest = Infinity;
    for (let member = 0; member < this.watermarks.length; member++)
      if (this.idle[member] === 0 && this.watermarks[member]! < lowest) lowest = this.watermarks[member]!;
    if (lowest === Infinity || lowest <= this.current) return;
    this.current = lowest;
    this.mover = base + row;
    steps.push(row, lowest, deadline);
  }
}
