import { isNull } from "../data/column.ts";
import { type ColumnBuffer, writeValue } from "../data/column-buffer.ts";
import { BIGINT, type DataType } from "../data/data-type.ts";
import { EntryNumbers } from "../expression/entry-numbers.ts";
import type { AggregateInput } from "./accumulator.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { comparableAt } from "./comparable.ts";
import { COUNTED_EXACTLY, HyperLogLog } from "./hyper-log-log.ts";
import { SlotStates } from "./slot-states.ts";
import { hashNumber, hashText } from "./value-hash.ts";

export const approximateCount: AggregateFunction = {
  name: "approx_count_distinct",
  columns: 1,
  ignoresRepeats: true,
  document: {
    aliases: [],
    spelling: { ksqldb: null },
    signature: "APPROX_COUNT_DISTINCT(value) → BIGINT",
    sentence: `About how many different values there are that are not NULL: exactly up to ${COUNTED_EXACTLY}, then by HyperLogLog with 4,096 registers, off by 1.6% on average.`,
    example: { sql: "APPROX_COUNT_DISTINCT(x)", rows: ["1", "2", "1", "NULL"], result: "2" },
  },
  resultType: () => BIGINT,
  create: (call) => new ApproximateCount(call.arguments[0].type),
};

class ApproximateCount extends SlotStates<HyperLogLog> {
  readonly #type: DataType;
  readonly #entryHashes = new EntryNumbers(hashText);

  constructor(type: DataType) {
    super();
    this.#type = type;
  }

  protected create(): HyperLogLog {
    return new HyperLogLog();
  }

  protected put(seen: HyperLogLog, { columns }: AggregateInput, row: number): void {
    const [column] = columns;
    if (isNull(column, row)) return;
    if (column.kind === "string") {
      seen.add(this.#entryHashes.of(column.dictionary)[column.codes[row]]);
      return;
    }
    const value = comparableAt(column, this.#type, row);
    seen.add(typeof value === "bigint" ? hashText(String(value)) : hashNumber(Number(value)));
  }

  protected unite(into: HyperLogLog, from: HyperLogLog): void {
    into.addAll(from);
  }

  protected write(seen: HyperLogLog | undefined, out: ColumnBuffer, index: number): void {
    writeValue(out, index, seen?.estimate() ?? 0);
  }
}
