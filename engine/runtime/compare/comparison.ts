import type { Diagnostic } from "../../common/diagnostic.ts";
import type { Value } from "../../data/data-type.ts";
import type { Schema } from "../../data/schema.ts";
import type { RuleName, RuleValue } from "../../plan/rules-that-matter.ts";
import type { PresetName } from "../../spec/semantics-rules.ts";
import type { Verdict } from "../verdict.ts";
import type { RowFate } from "./align-rows.ts";
import type { Explanation } from "./explain-differences.ts";
import type { ChangeCounts } from "./change-counts.ts";
import type { FateCount } from "./other-fates.ts";
import type { PlaceHere } from "./place-here.ts";

/** The same query over the same records under two presets' rules: "here" is the run that is shown. */
export interface Comparison {
  readonly here: PresetName;
  readonly there: PresetName;
  /** Records of both runs that are compared, and whether the end of input is too. */
  readonly position: number;
  readonly ended: boolean;
  /** Why the query cannot be bound under the other rules: then nothing else is known. Empty: it can. */
  readonly errors: readonly Diagnostic[];
  /** Why results are not compared though both run, for people; else null. */
  readonly refusal: string | null;
  /** Why the other run ended at a record before the position, for people; else null. */
  readonly failure: string | null;
  /** The result's columns there: as many as here; their types may be others. */
  readonly output: Schema;
  /** Final rows, aligned by window and group, by their fate. */
  readonly rows: Readonly<Record<RowFate, number>>;
  /** Of each output column, the rows of both results in which its values differ. */
  readonly columns: readonly number[];
  /** Both changelogs: the same result may have come about in other ways. */
  readonly changes: { readonly here: ChangeCounts; readonly there: ChangeCounts };
  /** Records that are in another entry of the ledger there, by both entries. */
  readonly fates: readonly FateCount[];
  /** How many of these records, the first ones, are known one by one: further ones are counted alone. */
  readonly recordsNamed: number;
  /** Rules that differ and can matter to this query. */
  readonly rules: readonly RuleDifference[];
  /** What makes the differences, as trials found it, most rows first; null until it is asked for. */
  readonly causes: readonly Cause[] | null;
}

/** One rule as two presets have it. */
export interface RuleDifference<Name extends RuleName = RuleName> {
  readonly name: Name;
  readonly here: RuleValue<Name>;
  readonly there: RuleValue<Name>;
}

export interface Cause {
  /** Together; none: what makes them was not found. */
  readonly rules: Explanation;
  readonly rows: number;
  readonly records: number;
  /** Whether it makes the changelogs have other numbers of rows of some kind. */
  readonly changelog: boolean;
}

/** A row of one result. */
export interface ComparedSide {
  /** Its index in the changelog of its run. */
  readonly index: number;
  readonly values: readonly Value[];
  /** Seq of the causing record; Infinity at the end of input. */
  readonly cause: number;
}

/** Two rows of one window and group, or the only one. */
export interface ComparedRow {
  readonly fate: RowFate;
  readonly partition: number;
  /** ms; null without a window. */
  readonly windowStart: number | null;
  readonly windowEnd: number | null;
  readonly here: ComparedSide | null;
  readonly there: ComparedSide | null;
  /** Of a row that only the other run has: where the run that is shown tells of it. */
  readonly placeHere: PlaceHere | null;
  /** Indexes of the output columns whose values differ. */
  readonly columns: readonly number[];
  /** Null while unknown, and of rows that agree. */
  readonly explanation: Explanation | null;
}

/** A record that is in another entry of the ledger there. */
export interface ComparedRecord {
  readonly seq: number;
  /** ms; null where it cannot be read. */
  readonly eventTime: number | null;
  readonly arrival: number;
  /** Counted, dropped, filtered, skipped, in no window, or malformed. */
  readonly here: Verdict;
  readonly there: Verdict;
  /** Null while unknown. */
  readonly explanation: Explanation | null;
}
