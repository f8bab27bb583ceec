import { isNull } from "../data/column.ts";
import { type ColumnBuffer, writeValue } from "../data/column-buffer.ts";
import { BIGINT, isNested, mapOf, typeName } from "../data/data-type.ts";
import { boundedNestedText } from "../data/nested-value.ts";
import { rowText } from "../expression/value-text.ts";
import { type WarningCounts, warn } from "../expression/warning-counts.ts";
import type { AggregateInput } from "./accumulator.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { MOST_COLLECTED } from "./collected-values.ts";
import { RetractableStates } from "./slot-states.ts";

export const histogram: AggregateFunction = {
  name: "histogram",
  columns: 1,
  valueOfNothing: true,
  ofTexts: true,
  document: {
    aliases: [],
    spelling: { flink: null, risingwave: null },
    signature: "HISTOGRAM(value) → MAP<STRING, BIGINT>",
    sentence: `How often each value that is not NULL comes, by its text; NULL of nothing; of more than ${MOST_COLLECTED} different values NULL, and counted as a warning.`,
    example: { sql: "HISTOGRAM(x)", rows: ["'b'", "'a'", "NULL", "'b'"], result: '{"a":1,"b":2}' },
  },
  resultType: ([type]) =>
    isNested(type)
      ? { problem: `HISTOGRAM takes values with a text, not ${typeName(type)}.` }
      : mapOf(BIGINT),
  create: (call, _capacity, warnings) => new Histogram(call, warnings),
  createRetractable: (call, _capacity, warnings) => new Histogram(call, warnings),
};

/** How often each text came; more of them than there may be are not told apart any more. */
class Histogram extends RetractableStates<Map<string, bigint>> {
  readonly #call: AggregateCall;
  readonly #warnings: WarningCounts;

  constructor(call: AggregateCall, warnings: WarningCounts) {
    super();
    this.#call = call;
    this.#warnings = warnings;
  }

  protected create(): Map<string, bigint> {
    return new Map();
  }

  protected put(counts: Map<string, bigint>, input: AggregateInput, row: number): void {
    this.#count(counts, input, row, 1n);
  }

  protected take(counts: Map<string, bigint>, input: AggregateInput, row: number): void {
    this.#count(counts, input, row, -1n);
  }

  protected unite(into: Map<string, bigint>, from: Map<string, bigint>): void {
    for (const [text, count] of from) raise(into, text, count);
  }

  protected write(counts: Map<string, bigint> | undefined, out: ColumnBuffer, index: number): void {
    const size = counts?.size ?? 0;
    const tooMany = size > MOST_COLLECTED;
    if (tooMany)
      warn(this.#warnings, "TOO_MANY_VALUES", [index], `HISTOGRAM of more than ${MOST_COLLECTED} values`);
    if (tooMany || (size === 0 && !this.#call.emptyIsZero)) return out.setNull(index);
    const text = boundedNestedText(counts ?? new Map(), this.#call.type);
    if (text === null) warn(this.#warnings, "TEXT_TOO_LONG", [index], `HISTOGRAM of ${size} values`);
    writeValue(out, index, text);
  }

  #count(counts: Map<string, bigint>, { columns }: AggregateInput, row: number, by: bigint): void {
    if (isNull(columns[0], row) || counts.size > MOST_COLLECTED) return;
    raise(counts, rowText(columns[0], this.#call.arguments[0].type, row), by);
  }
}

function raise(counts: Map<string, bigint>, text: string, by: bigint): void {
  const count = (counts.get(text) ?? 0n) + by;
  if (count === 0n) counts.delete(text);
  else counts.set(text, count);
}
