import { AppendColumn } from "./append-column.ts";
import { compareSteps, mergeInOrder, type StepRows } from "./trace-order.ts";
import type { StepColumns } from "./trace-tables.ts";

/** One move of a watermark. */
export interface Step {
  readonly seq: number;
  readonly value: number;
  readonly timer: boolean;
}

/** The moves of one clock, in order of seq and of value. */
class ClockSteps {
  readonly seq: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  readonly value: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  readonly timer: AppendColumn<Uint8Array> = new AppendColumn(new Uint8Array(0));

  step(index: number): Step | null {
    if (index < this.seq.first || index >= this.seq.end) return null;
    return { seq: this.seq.at(index), value: this.value.at(index), timer: this.timer.at(index) === 1 };
  }
}

/** Every move of every watermark of a run. */
export class StepTrace {
  readonly #seq: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  readonly #clock: AppendColumn<Int16Array> = new AppendColumn(new Int16Array(0));
  readonly #value: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  readonly #timer: AppendColumn<Uint8Array> = new AppendColumn(new Uint8Array(0));
  readonly #clocks = new Map<number, ClockSteps>();

  /** Moves so far, kept or not. */
  get end(): number {
    return this.#seq.end;
  }

  /** Seqs of all moves, ascending. */
  get seqs(): AppendColumn<Float64Array> {
    return this.#seq;
  }

  /** @param parts of one batch, of each host, in any order: the table does not depend on it. */
  append(parts: readonly StepRows[]): void {
    mergeInOrder(parts, compareSteps, ({ seq, clock, value, timer }, at) =>
      this.#push(seq[at]!, clock[at]!, value[at]!, timer[at]!),
    );
  }

  /** The move that made the clock what it was when record `seq` was looked at; null while unset. @param before as it was before the record's own observation, timers passed. */
  at(clock: number, seq: number, before: boolean): Step | null {
    const steps = this.#clocks.get(clock);
    if (!steps) return null;
    let index = steps.seq.lowerBound(seq + 1) - 1;
    while (before && index >= steps.seq.first && steps.seq.at(index) === seq && steps.timer.at(index) === 0)
      index--;
    return steps.step(index);
  }

  /** The first move of a clock to `value` or beyond; null when it has not come there, or did before what is kept. */
  reaching(clock: number, value: number): Step | null {
    const steps = this.#clocks.get(clock);
    if (!steps) return null;
    const index = steps.value.lowerBound(value);
    const mayBeForgotten = index === steps.value.first && index > 0;
    return mayBeForgotten ? null : steps.step(index);
  }

  /** Forgets what lies before record `seq`, but not the last move of all, and not what each clock was then. */
  forget(seq: number): void {
    const kept = this.#seq.lowerBound(seq) - 1;
    for (const column of [this.#seq, this.#clock, this.#value, this.#timer]) column.forget(kept);
    for (const steps of this.#clocks.values()) {
      const from = steps.seq.lowerBound(seq) - 1;
      for (const column of [steps.seq, steps.value, steps.timer]) column.forget(from);
    }
  }

  /** Rows from … to - 1, clipped to those that are kept. */
  rows(from: number, to: number): StepColumns {
    const start = Math.max(from, this.#seq.first);
    return {
      from: start,
      seq: this.#seq.slice(start, to),
      clock: this.#clock.slice(start, to),
      value: this.#value.slice(start, to),
      timer: this.#timer.slice(start, to),
    };
  }

  #push(seq: number, clock: number, value: number, timer: number): void {
    this.#seq.push(seq);
    this.#clock.push(clock);
    this.#value.push(value);
    this.#timer.push(timer);
    let steps = this.#clocks.get(clock);
    if (!steps) this.#clocks.set(clock, (steps = new ClockSteps()));
    steps.seq.push(seq);
    steps.value.push(value);
    steps.timer.push(timer);
  }
}
