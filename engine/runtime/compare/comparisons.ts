import type { PhysicalPlan } from "../../plan/physical-plan.ts";
import type { PresetName } from "../../spec/semantics-rules.ts";
import { readRow } from "../output-batch.ts";
import { eventTimeOf, valuesAt } from "../record-values.ts";
import type { RunView } from "../run-view.ts";
import type { RowPair } from "./align-rows.ts";
import type { ComparedRecord, ComparedRow, ComparedSide, Comparison } from "./comparison.ts";
import type { Found } from "./explain-found.ts";
import { type GiveWay, Overtaken, slices } from "./give-way.ts";
import { entryOf } from "./other-fates.ts";
import { placeHere } from "./place-here.ts";
import type { NamedRow } from "./result-set.ts";
import { type ComparedQuery, RunComparison } from "./run-comparison.ts";

/** What was found last, and what it is read from. */
interface Kept {
  readonly comparison: RunComparison;
  readonly found: Found;
  readonly view: RunView;
  /** Rows that do not agree. */
  readonly differing: readonly RowPair[];
}

/** What the page asks of the run that is shown beside the same query under another preset's rules: one question at a time. */
export class Comparisons {
  readonly #now: () => number;
  #comparison: RunComparison | null = null;
  #found: Kept | null = null;
  /** Questions so far: an earlier one ends when a later one comes. */
  #questions = 0;

  /** @param now ms; the wall clock. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Compares what both runs have come to at the view's position. @returns null when a newer question came first. */
  async compare(query: ComparedQuery, preset: PresetName, view: RunView): Promise<Comparison | null> {
    const giveWay = this.#begin();
    if (this.#comparison?.preset !== preset || this.#comparison.here !== view.run.plan) {
      this.#comparison?.dispose();
      this.#comparison = new RunComparison(query, preset, view);
    }
    const comparison = this.#comparison;
    return this.#keep(comparison, view, () => comparison.find(view, giveWay));
  }

  /** Finds by trial which rules make the differences found last. @returns null when a newer question came first, or none was found. */
  async explain(): Promise<Comparison | null> {
    if (!this.#found) return null;
    const { comparison, found, view } = this.#found;
    const giveWay = this.#begin();
    return this.#keep(comparison, view, () => comparison.explain(found, view, giveWay));
  }

  /** Rows found last, from … to - 1. @param differing without those that agree. */
  rows(from: number, to: number, differing: boolean): readonly ComparedRow[] {
    const kept = this.#found;
    if (!kept) return [];
    const pairs = differing ? kept.differing : kept.found.pairs;
    return pairs.slice(Math.max(0, from), to).map((pair) => rowOf(pair, kept));
  }

  /** Records whose fates differ, found last, from … to - 1. */
  records(from: number, to: number): readonly ComparedRecord[] {
    if (!this.#found) return [];
    const { found, view } = this.#found;
    const { log, records, plan } = view.run;
    const first = Math.max(0, from);
    return found.fates.seqs.slice(first, to).map((seq, at) => ({
      seq,
      eventTime: eventTimeOf(plan.time, log, seq, valuesAt(log, seq)),
      arrival: log.arrivalAt(seq),
      here: entryOf(records.fate.at(seq)),
      there: found.fates.there[first + at]!,
      explanation: found.recordCauses.get(seq) ?? null,
    }));
  }

  /** Ends the question that is under way: nobody waits for its answer. What was found stays. */
  stop(): void {
    this.#questions++;
  }

  /** Another run is shown, or none: what is under way ends, and all that was found is forgotten. */
  clear(): void {
    this.#questions++;
    this.#comparison?.dispose();
    this.#comparison = null;
    this.#found = null;
  }

  #begin(): GiveWay {
    const mine = ++this.#questions;
    return slices(this.#now, () => mine === this.#questions);
  }

  async #keep(
    comparison: RunComparison,
    view: RunView,
    work: () => Promise<Found>,
  ): Promise<Comparison | null> {
    const mine = this.#questions;
    try {
      const found = await work();
      const differing = found.pairs.filter(({ fate }) => fate !== "agrees");
      this.#found = { comparison, found, view, differing };
      return found.comparison;
    } catch (error) {
      // The run of a comparison that was overtaken is stopped, which fails what it had under way.
      if (error instanceof Overtaken || mine !== this.#questions) return null;
      throw error;
    }
  }
}

function rowOf(
  { name, fate, here, there, columns }: RowPair,
  { comparison, found, view }: Kept,
): ComparedRow {
  const { output, row } = (here ?? there)!;
  const start = output.windowStart[row]!;
  const windowed = start !== -Infinity;
  return {
    fate,
    partition: output.partition,
    windowStart: windowed ? start : null,
    windowEnd: windowed ? output.windowEnd[row]! : null,
    here: here && sideOf(here, comparison.here),
    there: there && sideOf(there, comparison.there!),
    placeHere: here === null && there !== null ? placeHere(view, there) : null,
    columns,
    explanation: found.rowCauses.get(name) ?? null,
  };
}

function sideOf({ output, row, index }: NamedRow, plan: PhysicalPlan): ComparedSide {
  const { values, cause } = readRow(plan, output, row);
  return { index, values, cause };
}
