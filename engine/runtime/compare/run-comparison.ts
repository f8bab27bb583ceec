import { hasErrors } from "../../common/diagnostic.ts";
import type { StreamDefinition } from "../../catalog/stream-definition.ts";
import { compileQuery } from "../../plan/compile-query.ts";
import type { PhysicalPlan } from "../../plan/physical-plan.ts";
import {
  type CompileUnder,
  type PlannedSide,
  type RuleName,
  rulesThatMatter,
  ruleValue,
  switchRules,
} from "../../plan/rules-that-matter.ts";
import type { PresetName } from "../../spec/semantics-rules.ts";
import type { RunPosition } from "../run-position.ts";
import type { RunView } from "../run-view.ts";
import { alignRows, type RowPair } from "./align-rows.ts";
import type { Comparison, RuleDifference } from "./comparison.ts";
import { explainDifferences, type Explanation, type Side } from "./explain-differences.ts";
import type { GiveWay } from "./give-way.ts";
import { otherFates, type OtherFates } from "./other-fates.ts";
import { resultSet } from "./result-set.ts";
import { SecondRun } from "./second-run.ts";
import { trialOutcome } from "./trial-outcome.ts";

/** Differences that are explained at most, of rows and of records each; the others share what was found for none. */
const EXPLAINED = 20_000;
/** Runs that may be made to explain. */
const TRIALS = 64;

/** What both sides of a comparison were compiled from. */
export interface ComparedQuery {
  readonly sql: string;
  readonly stream: StreamDefinition;
}

/** All that was found at one position; rows and records are read from it by range. */
export interface Found {
  readonly comparison: Comparison;
  /** Both results aligned; empty where they could not be. */
  readonly pairs: readonly RowPair[];
  readonly fates: OtherFates;
  /** By name of the row, and by seq. */
  readonly rowCauses: ReadonlyMap<string, Explanation>;
  readonly recordCauses: ReadonlyMap<number, Explanation>;
}

/** One query under the rules of the run that is shown and under another preset's. */
export class RunComparison {
  readonly preset: PresetName;
  readonly here: PhysicalPlan;
  readonly #query: ComparedQuery;
  readonly #there: PlannedSide | null;
  readonly #second: SecondRun | null;
  readonly #errors: Comparison["errors"];
  readonly #rules: readonly RuleName[];

  /** @param view of the run that is shown. */
  constructor(query: ComparedQuery, preset: PresetName, view: RunView) {
    const { plan, log } = view.run;
    this.preset = preset;
    this.here = plan;
    this.#query = query;
    const { plan: there, diagnostics } = compileQuery(query.sql, [query.stream], { preset });
    this.#errors = hasErrors(diagnostics) ? diagnostics.filter(({ severity }) => severity === "error") : [];
    this.#there = there && { plan: there, compile: this.#compiler(preset) };
    this.#rules = this.#there ? rulesThatMatter(this.#hereSide, this.#there) : [];
    this.#second = there && new SecondRun(there, log);
  }

  /** Brings the other run to where the view stands, and aligns both. @throws Overtaken by `giveWay`. */
  async find(view: RunView, giveWay: GiveWay): Promise<Found> {
    const second = this.#second;
    let position = positionOf(view);
    if (!second) return this.#found(position, { pairs: [], fates: noFates, refusal: null });
    for (;;) {
      await second.moveTo(position.read, position.ended, giveWay);
      const now = positionOf(view);
      if (now.read === position.read && now.ended === position.ended) break;
      position = now;
    }
    const [here, there] = await Promise.all([resultSet(view, giveWay), resultSet(second.view, giveWay)]);
    const fates = await otherFates(view.run, second.view.run, second.view.read, giveWay);
    if (here === null || there === null)
      return this.#found(position, { pairs: [], fates, refusal: TOO_MANY });
    const types = [this.here, second.plan].map(({ output }) => output.map(({ type }) => type));
    const pairs = await alignRows(here, there, { here: types[0]!, there: types[1]! }, giveWay);
    return this.#found(position, { pairs, fates, refusal: null });
  }

  /** Finds by trial which rules make the differences. @throws Overtaken by `giveWay`. */
  async explain(found: Found, view: RunView, giveWay: GiveWay): Promise<Found> {
    const second = this.#second;
    if (!second) return found;
    const { position, ended } = found.comparison;
    const pairs = found.pairs.filter(({ fate }) => fate !== "agrees").slice(0, EXPLAINED);
    const seqs = found.fates.seqs.slice(0, EXPLAINED);
    const sides = { here: this.#hereSide, there: this.#there! };
    const trial = async (side: Side, switched: readonly RuleName[]): Promise<Uint8Array | null> => {
      const [own, other] = side === "here" ? [sides.here, sides.there] : [sides.there, sides.here];
      const plan = own.compile(switchRules(own.plan.rules, other.plan.rules, switched));
      if (plan === null) return null;
      const run = new SecondRun(plan, view.run.log);
      try {
        await run.moveTo(position, ended, giveWay);
        const target = side === "here" ? second.view.run : view.run;
        return await trialOutcome(run.view, { pairs, seqs, side, target }, giveWay);
      } finally {
        run.dispose();
      }
    };
    const explanations = await explainDifferences(pairs.length + seqs.length, this.#rules, trial, TRIALS);
    const rowCauses = new Map(pairs.map(({ name }, at) => [name, explanations[at]!]));
    const recordCauses = new Map(seqs.map((seq, at) => [seq, explanations[pairs.length + at]!]));
    const causes = new Map<string, { rules: Explanation; rows: number; records: number }>();
    explanations.forEach((rules, at) => {
      const cause = causes.get(rules.join()) ?? { rules, rows: 0, records: 0 };
      if (at < pairs.length) cause.rows++;
      else cause.records++;
      causes.set(rules.join(), cause);
    });
    const sorted = [...causes.values()].sort((a, b) => b.rows - a.rows || b.records - a.records);
    return { ...found, comparison: { ...found.comparison, causes: sorted }, rowCauses, recordCauses };
  }

  dispose(): void {
    this.#second?.dispose();
  }

  /** The plan under the other rules; null where the query cannot be bound under them. */
  get there(): PhysicalPlan | null {
    return this.#there?.plan ?? null;
  }

  /** The fate byte of a record in the other run, which has read it. */
  fateThere(seq: number): number {
    return this.#second!.view.run.records.fate.at(seq);
  }

  get #hereSide(): PlannedSide {
    return { plan: this.here, compile: this.#compiler(this.here.preset) };
  }

  #compiler(preset: PresetName): CompileUnder {
    const { sql, stream } = this.#query;
    return (rules) => compileQuery(sql, [stream], { preset, rules }).plan;
  }

  #found(
    { read, ended, rowsOut }: RunPosition,
    { pairs, fates, refusal }: Pick<Found, "pairs" | "fates"> & Pick<Comparison, "refusal">,
  ): Found {
    const second = this.#second;
    const rows = { agrees: 0, differs: 0, "only here": 0, "only there": 0 };
    for (const { fate } of pairs) rows[fate]++;
    const comparison: Comparison = {
      here: this.here.preset,
      there: this.preset,
      position: read,
      ended,
      errors: this.#errors,
      refusal,
      failure: second?.failure ?? null,
      output: second?.plan.output ?? [],
      rows,
      changes: { here: rowsOut, there: second?.view.rowsOut ?? 0 },
      fates: fates.counts,
      rules: this.#rules.map((name) => this.#difference(name)),
      causes: null,
    };
    return { comparison, pairs, fates, rowCauses: new Map(), recordCauses: new Map() };
  }

  #difference(name: RuleName): RuleDifference {
    return {
      name,
      here: ruleValue(this.here.rules, name),
      there: ruleValue(this.#there!.plan.rules, name),
    };
  }
}

function positionOf({ read, ended, rowsOut }: RunView): RunPosition {
  return { read, ended, rowsOut };
}

const noFates: OtherFates = { counts: [], seqs: [] };
const TOO_MANY =
  "More than 200,000 rows are out, which is too many to align. Compare an earlier position, or group by fewer values.";
