import fc from "fast-check";
import { expect, test } from "vitest";
import { columnOf, createBuffer } from "../data/column-buffer.ts";
import { readValue } from "../data/column.ts";
import { BIGINT, STRING, type Value } from "../data/data-type.ts";
import { handMadeCall } from "../testing/hand-made-call.ts";
import { CollectedValues } from "./collected-values.ts";

const value = { kind: "column", index: 0, type: BIGINT } as const;
const call = handMadeCall("string_agg", [], STRING, { arguments: [value, value], parameters: [","] });

/** Values joined in the order of their keys; `made` counts the texts that were made of values. */
class Joined {
  made = 0;
  readonly #values: bigint[] = [];
  readonly #states: CollectedValues;

  constructor() {
    const textOf = (value: Value): string => {
      this.made++;
      return String(value);
    };
    this.#states = new CollectedValues(
      {
        call,
        order: [{ descending: false, nullsFirst: false }],
        byValue: false,
        enough: null,
        needsKeys: false,
        finish: { textOf, separator: ",", ends: ["[", "]"] },
      },
      true,
      new Map(),
    );
  }

  add(value: bigint, slot: number = 0): void {
    this.#values.push(value);
    const row = this.#values.length - 1;
    this.#states.add(this.#input(), Int32Array.of(row), Int32Array.of(slot), 0, 1);
  }

  retract(row: number): void {
    this.#states.retract(this.#input(), Int32Array.of(row), Int32Array.of(0), 0, 1);
  }

  merge(): void {
    this.#states.merge(0, 1);
  }

  read(): Value {
    const out = createBuffer(STRING, 1);
    this.#states.read(Int32Array.of(0), 0, 1, out, 0);
    return readValue(out.column(1), STRING, 0);
  }

  #input(): { readonly base: number; readonly columns: ReturnType<typeof columnOf>[] } {
    const column = columnOf(BIGINT, this.#values);
    return { base: 0, columns: [column, column] };
  }
}

test("a row after each record makes the text of its own value, not of all before it", () => {
  const joined = new Joined();
  for (let value = 0n; value < 500n; value++) {
    joined.add(value);
    joined.read();
  }
  expect(joined.made).toBe(500);
});

test("the text is that of the values there, whatever came in between, was taken back or merged", () => {
  const step = fc.oneof(
    fc.record({ add: fc.bigInt(0n, 20n) }),
    fc.record({ mergeIn: fc.bigInt(0n, 20n) }),
    fc.record({ retract: fc.nat(30) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const joined = new Joined();
      const all: { readonly value: bigint; there: boolean }[] = [];
      for (const one of steps) {
        if ("retract" in one) {
          const gone = all[one.retract];
          if (!gone?.there) continue;
          joined.retract(one.retract);
          gone.there = false;
        } else {
          const value = "add" in one ? one.add : one.mergeIn;
          joined.add(value, "add" in one ? 0 : 1);
          if ("mergeIn" in one) joined.merge();
          all.push({ value, there: true });
        }
        const wanted = all.flatMap(({ value, there }) => (there ? [Number(value)] : []));
        const text = `[${wanted.toSorted((a, b) => a - b).join(",")}]`;
        expect(joined.read()).toBe(wanted.length === 0 ? null : text);
      }
    }),
  );
});
