import { isNull, readValue } from "../data/column.ts";
import type { ColumnBuffer, NumberBuffer } from "../data/column-buffer.ts";
import { type DataType, type Value, decimal, typeName } from "../data/data-type.ts";
import { exactText, fitsType, overflowCode } from "../expression/exact.ts";
import { MAX_PRECISION, isNumeric } from "../expression/type-rules.ts";
import { type WarningCounts, warn } from "../expression/warning-counts.ts";
import type { AggregateInput } from "./accumulator.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { SlotStates } from "./slot-states.ts";

export const delta: AggregateFunction = {
  name: "delta",
  columns: 1,
  ignoresRepeats: true,
  document: {
    aliases: [],
    spelling: { flink: null, ksqldb: null, risingwave: null },
    signature: "DELTA(number | interval) → the value's type",
    sentence: "The last value by arrival less the first, NULLs left out; 0 of one, NULL of nothing.",
    example: { sql: "DELTA(x)", rows: ["10", "NULL", "25", "17"], result: "7" },
  },
  resultType([type]) {
    if (type.kind === "DECIMAL") return decimal(Math.min(MAX_PRECISION, type.precision + 1), type.scale);
    if (isNumeric(type) || type.kind === "INTERVAL") return type;
    return { problem: `DELTA takes numbers or intervals, not ${typeName(type)}.` };
  },
  create: (call, _capacity, warnings) => new Delta(call.arguments[0].type, call.type, warnings),
};

/** The first and the last value of a slot with their seqs; -1 while there is none. */
interface Ends {
  first: Value;
  firstSeq: number;
  last: Value;
  lastSeq: number;
}

class Delta extends SlotStates<Ends> {
  readonly #argument: DataType;
  readonly #type: DataType;
  readonly #warnings: WarningCounts;

  constructor(argument: DataType, type: DataType, warnings: WarningCounts) {
    super();
    this.#argument = argument;
    this.#type = type;
    this.#warnings = warnings;
  }

  protected create(): Ends {
    return { first: null, firstSeq: -1, last: null, lastSeq: -1 };
  }

  protected put(ends: Ends, { base, columns }: AggregateInput, row: number): void {
    if (isNull(columns[0], row)) return;
    const value = readValue(columns[0], this.#argument, row);
    const seq = base + row;
    this.unite(ends, { first: value, firstSeq: seq, last: value, lastSeq: seq });
  }

  protected unite(into: Ends, from: Ends): void {
    if (from.firstSeq < 0) return;
    if (into.firstSeq < 0 || from.firstSeq < into.firstSeq) {
      into.first = from.first;
      into.firstSeq = from.firstSeq;
    }
    if (from.lastSeq > into.lastSeq) {
      into.last = from.last;
      into.lastSeq = from.lastSeq;
    }
  }

  protected write(ends: Ends | undefined, out: ColumnBuffer, index: number): void {
    const buffer = out as NumberBuffer;
    if (ends === undefined || ends.firstSeq < 0) buffer.setNull(index);
    else if (typeof ends.last !== "bigint") buffer.values[index] = Number(ends.last) - Number(ends.first);
    else {
      const difference = ends.last - (ends.first as bigint);
      if (fitsType(difference, this.#type)) buffer.setExact(index, difference);
      else {
        buffer.setNull(index);
        warn(
          this.#warnings,
          overflowCode(this.#type),
          [index],
          `DELTA is ${exactText(difference, this.#type)}`,
        );
      }
    }
  }
}
