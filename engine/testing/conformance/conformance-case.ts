import { readFileSync } from "node:fs";
import type { ChangeKind, Pane, Reason } from "../../data/change.ts";
import type { PresetName } from "../../spec/semantics-rules.ts";
import type { PlainValue } from "../plain-value.ts";
import { parseExactJson } from "./exact-json.ts";

export interface CaseStream {
  readonly name: string;
  /** Name and type: STRING BIGINT DOUBLE DECIMAL(p,s) BOOLEAN TIMESTAMP. */
  readonly columns: readonly (readonly [string, string])[];
  readonly event_time: string;
  readonly max_out_of_orderness_ms?: number;
  /** Splits, where `split` is there; for ksqlDB the tasks. */
  readonly partitions?: number;
  readonly split?: string;
  readonly arrival?: string;
}

export interface Emission {
  /** Index of the record that caused the rows; null: the end of input; left out: unknown. */
  readonly cause?: number | null;
  readonly rows: readonly (readonly [ChangeKind, ...PlainValue[]])[];
}

export interface Expectation {
  readonly emissions?: readonly Emission[];
  readonly order?: "rows" | "set" | "any";
  readonly final?: readonly (readonly PlainValue[])[];
  readonly late?: readonly number[];
  readonly null_key?: readonly number[];
  readonly filtered?: readonly number[];
  readonly invalid?: readonly number[];
  readonly ledger?: Readonly<Record<string, number>>;
  readonly meta?: readonly (readonly [Pane | null, Reason, number, number | null | "inf"])[];
}

/** One line of a case file: a query, the records that went in, the rows that came out. */
export interface ConformanceCase {
  readonly name: string;
  readonly preset: PresetName;
  readonly stream?: CaseStream;
  readonly streams?: readonly CaseStream[];
  readonly settings?: Readonly<Record<string, string>>;
  readonly input: readonly (readonly PlainValue[])[];
  /** The task that owns each record, in place of routing. */
  readonly partition?: readonly number[];
  readonly end_of_input: boolean;
  readonly sql: string;
  readonly columns: readonly string[];
  readonly expect: Expectation;
}

/** Reads a file of cases, one a line. @throws SyntaxError on a line that is no JSON. */
export function readCases(path: string): ConformanceCase[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => parseExactJson(line) as ConformanceCase);
}
