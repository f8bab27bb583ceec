import { type Column, columnKind } from "../../data/column.ts";
import type { DataType } from "../../data/data-type.ts";
import { Dictionary } from "../../data/dictionary.ts";
import { booleanColumn, numberColumn } from "../kernel.ts";
import { Scratch } from "../scratch.ts";
import { type WarningCode, type WarningCounts, warn } from "../warning-counts.ts";
import { type Answer, Failure } from "./answer.ts";

const UNKNOWN = 0;
const VALUE = 1;
const NULL = 2;
const FAILED = 3;

/** What a kernel keeps from batch to batch: the texts of its results, and its answers by code of an entry. */
export class AnswerStore {
  readonly kind: Column["kind"];
  readonly texts: Dictionary = new Dictionary();
  /** By code: whether the entry has been computed, and what came of it. */
  states: Uint8Array = new Uint8Array(0);
  /** By code: the number, 1 for true, the code of the text, or the place of what went wrong in `wrongs`. */
  numbers: Float64Array | Uint8Array;
  /** What has gone wrong with some entry. An entry's example is computed again when it is shown: there may be many. */
  readonly wrongs: WarningCode[] = [];
  readonly #scratch = new Scratch();
  /** Entries that are computed, and those of them whose answer is a value. */
  #computed = 0;
  #values = 0;
  #dictionary: Dictionary | null = null;

  constructor(type: DataType) {
    this.kind = columnKind(type);
    this.numbers = this.#numbers(0);
  }

  /** Makes room for the entries that the dictionary has now; answers for another dictionary are forgotten. */
  turnTo(dictionary: Dictionary): void {
    if (dictionary !== this.#dictionary) {
      this.#dictionary = dictionary;
      this.states.fill(UNKNOWN);
      this.#computed = this.#values = 0;
    }
    if (dictionary.size <= this.states.length) return;
    const size = Math.max(dictionary.size, 2 * this.states.length);
    const states = new Uint8Array(size);
    const numbers = this.#numbers(size);
    states.set(this.states);
    numbers.set(this.numbers);
    this.states = states;
    this.numbers = numbers;
  }

  /** Computes the entry. */
  learn(code: number, compute: (text: string) => Answer): void {
    const answer = compute(this.textOf(code));
    this.#computed++;
    if (answer === null) this.states[code] = NULL;
    else if (answer instanceof Failure) {
      this.states[code] = FAILED;
      if (!this.wrongs.includes(answer.code)) this.wrongs.push(answer.code);
      this.numbers[code] = this.wrongs.indexOf(answer.code);
    } else {
      this.states[code] = VALUE;
      this.#values++;
      this.numbers[code] = this.numberOf(answer);
    }
  }

  /** The entry of the dictionary. */
  textOf(code: number): string {
    return this.#dictionary!.get(code);
  }

  /** @returns The answers of rows that all are known values, as nearly always after some batches; else null. */
  gather(codes: Int32Array, length: number, compute: (text: string) => Answer): Column | null {
    const { states, numbers } = this;
    const { size } = this.#dictionary!;
    // What is left of a dictionary is no more work than the rows are, and then none has to be asked whether it is known.
    if (this.#computed < size && size - this.#computed <= length)
      for (let code = 0; code < size; code++) if (states[code] === UNKNOWN) this.learn(code, compute);
    if (this.#values < size) {
      let known = 1;
      for (let row = 0; row < length; row++) known &= Number(states[codes[row]] === VALUE);
      if (known === 0) return null;
    }
    switch (this.kind) {
      case "number": {
        const out = this.#scratch.numbers(length);
        for (let row = 0; row < length; row++) out[row] = numbers[codes[row]];
        return numberColumn(out, null);
      }
      case "boolean": {
        const out = this.#scratch.bytes(length);
        for (let row = 0; row < length; row++) out[row] = numbers[codes[row]];
        return booleanColumn(out, null);
      }
      case "string": {
        const out = this.#scratch.codes(length);
        for (let row = 0; row < length; row++) out[row] = numbers[codes[row]];
        return { kind: "string", codes: out, dictionary: this.texts, validity: null };
      }
    }
  }

  #numbers(size: number): Float64Array | Uint8Array {
    return this.kind === "boolean" ? new Uint8Array(size) : new Float64Array(size);
  }

  numberOf(value: string | number | boolean): number {
    return typeof value === "string" ? this.texts.add(value) : Number(value);
  }
}

/** The result of one batch. */
export class AnswerColumn {
  readonly #store: AnswerStore;
  readonly #values: Int32Array | Float64Array | Uint8Array;
  #validity: Uint8Array | null = null;
  readonly #failed = new Map<WarningCode, { readonly rows: number[]; readonly example: string }>();

  constructor(store: AnswerStore, length: number) {
    this.#store = store;
    this.#values =
      store.kind === "string"
        ? new Int32Array(length)
        : store.kind === "number"
          ? new Float64Array(length)
          : new Uint8Array(length);
  }

  set(row: number, answer: Answer): void {
    if (answer instanceof Failure) this.#fail(row, answer);
    else if (answer === null) this.setNull(row);
    else this.#values[row] = this.#store.numberOf(answer);
  }

  /** Sets what the entry of that code gives; it is computed when it is new. */
  setEntry(row: number, code: number, compute: (text: string) => Answer): void {
    const store = this.#store;
    if (store.states[code] === UNKNOWN) store.learn(code, compute);
    if (store.states[code] === VALUE) this.#values[row] = store.numbers[code];
    else if (store.states[code] === NULL) this.setNull(row);
    else {
      const known = this.#failed.get(store.wrongs[store.numbers[code]]);
      if (known === undefined) this.set(row, compute(store.textOf(code)));
      else {
        this.setNull(row);
        known.rows.push(row);
      }
    }
  }

  setNull(row: number): void {
    this.#validity ??= new Uint8Array(this.#values.length).fill(1);
    this.#validity[row] = 0;
  }

  column(warnings: WarningCounts): Column {
    for (const [code, { rows, example }] of this.#failed) warn(warnings, code, rows, example);
    const values = this.#values;
    const validity = this.#validity;
    if (values instanceof Int32Array)
      return { kind: "string", codes: values, dictionary: this.#store.texts, validity };
    return values instanceof Uint8Array ? booleanColumn(values, validity) : numberColumn(values, validity);
  }

  #fail(row: number, { code, example }: Failure): void {
    this.setNull(row);
    const known = this.#failed.get(code);
    if (known) known.rows.push(row);
    else this.#failed.set(code, { rows: [row], example });
  }
}
