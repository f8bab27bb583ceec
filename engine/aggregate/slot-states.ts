import type { ColumnBuffer } from "../data/column-buffer.ts";
import type { Accumulator, AggregateInput, RetractableAccumulator } from "./accumulator.ts";

/** An aggregate whose state of a slot is an object: for all but the few on which speed depends. */
export abstract class SlotStates<State> implements Accumulator {
  protected readonly states: (State | undefined)[] = [];

  /** State of a slot that gets its first record. */
  protected abstract create(): State;
  protected abstract put(state: State, input: AggregateInput, row: number): void;
  /** Adds what `from` holds to `into`; `from` is not used again. */
  protected abstract unite(into: State, from: State): void;
  /** Writes the result; undefined is the state of a slot without records. */
  protected abstract write(state: State | undefined, out: ColumnBuffer, index: number): void;

  reserve(): void {}

  reset(slot: number): void {
    this.states[slot] = undefined;
  }

  add(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    for (let i = from; i < to; i++) this.put(this.#stateOf(slots[i]), input, rows[i]);
  }

  addEach(
    input: AggregateInput,
    rows: Int32Array,
    slots: Int32Array,
    from: number,
    to: number,
    out: ColumnBuffer,
    at: number,
  ): void {
    const shift = at - from;
    for (let i = from; i < to; i++) {
      const state = this.#stateOf(slots[i]);
      this.put(state, input, rows[i]);
      this.write(state, out, shift + i);
    }
  }

  read(slots: Int32Array, from: number, to: number, out: ColumnBuffer, at: number): void {
    const shift = at - from;
    for (let i = from; i < to; i++) this.write(this.states[slots[i]], out, shift + i);
  }

  merge(into: number, from: number): void {
    const state = this.states[from];
    this.states[from] = undefined;
    if (state === undefined) return;
    const old = this.states[into];
    if (old === undefined) this.states[into] = state;
    else this.unite(old, state);
  }

  #stateOf(slot: number): State {
    return (this.states[slot] ??= this.create());
  }
}

/** One whose states can give records back. */
export abstract class RetractableStates<State> extends SlotStates<State> implements RetractableAccumulator {
  protected abstract take(state: State, input: AggregateInput, row: number): void;

  retract(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const state = this.states[slots[i]];
      if (state !== undefined) this.take(state, input, rows[i]);
    }
  }
}
