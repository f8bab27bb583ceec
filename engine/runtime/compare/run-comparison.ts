import type { StreamDefinition } from "../../catalog/stream-definition.ts";
import { compileQuery } from "../../plan/compile-query.ts";
import { withoutNativeRules } from "../../plan/native-rules-advice.ts";
import type { PhysicalPlan } from "../../plan/physical-plan.ts";
import {
  type CompileUnder,
  type PlannedSide,
  type RuleName,
  rulesThatMatter,
  ruleValue,
} from "../../plan/rules-that-matter.ts";
import type { PresetName } from "../../spec/semantics-rules.ts";
import type { RunPosition } from "../run-position.ts";
import type { RunView } from "../run-view.ts";
import { alignRows } from "./align-rows.ts";
import { type ChangeCounts, changeCounts } from "./change-counts.ts";
import type { Comparison, RuleDifference } from "./comparison.ts";
import { explainFound, type Found } from "./explain-found.ts";
import type { GiveWay } from "./give-way.ts";
import { otherFates, type OtherFates } from "./other-fates.ts";
import { resultSet } from "./result-set.ts";
import { SecondRun } from "./second-run.ts";

/** What both sides of a comparison were compiled from. */
export interface ComparedQuery {
  readonly sql: string;
  readonly stream: StreamDefinition;
}

/** Both results beside one another. */
interface Aligned extends Pick<Found, "pairs" | "fates">, Pick<Comparison, "refusal"> {
  /** Null where the query cannot be bound under the other rules. */
  readonly changes: Comparison["changes"] | null;
}

/** One query under the rules of the run that is shown and under another preset's. */
export class RunComparison {
  readonly preset: PresetName;
  readonly here: PhysicalPlan;
  readonly #query: ComparedQuery;
  readonly #there: PlannedSide | null;
  readonly #second: SecondRun | null;
  readonly #errors: Comparison["errors"];
  #rules: readonly RuleName[] | null = null;

  /** @param view of the run that is shown. */
  constructor(query: ComparedQuery, preset: PresetName, view: RunView) {
    const { plan, log } = view.run;
    this.preset = preset;
    this.here = plan;
    this.#query = query;
    const { plan: there, diagnostics } = compileQuery(query.sql, [query.stream], { preset });
    // Whoever compares has chosen both rules.
    this.#errors = diagnostics
      .filter(({ severity }) => severity === "error")
      .map((error) => ({ ...error, hint: error.hint && withoutNativeRules(error.hint) }));
    this.#there = there && { plan: there, compile: this.#compiler(preset) };
    this.#second = there && new SecondRun(there, log);
  }

  /** Brings the other run to where the view stands, and aligns both. @throws Overtaken by `giveWay`. */
  async find(view: RunView, giveWay: GiveWay): Promise<Found> {
    const second = this.#second;
    this.#rules ??= this.#there && (await rulesThatMatter(this.#hereSide, this.#there, giveWay));
    let position = positionOf(view);
    if (!second) return this.#found(position, { pairs: [], fates: noFates, changes: null, refusal: null });
    for (;;) {
      await second.moveTo(position.read, position.ended, giveWay);
      const now = positionOf(view);
      if (now.read === position.read && now.ended === position.ended) break;
      position = now;
    }
    const [here, there] = await Promise.all([resultSet(view, giveWay), resultSet(second.view, giveWay)]);
    const fates = await otherFates(view.run, second.view.run, second.view.read, giveWay);
    const changes = {
      here: changeCounts(view.run, position.rowsOut),
      there: changeCounts(second.view.run, second.view.rowsOut),
    };
    if (here === null || there === null)
      return this.#found(position, { pairs: [], fates, changes, refusal: TOO_MANY });
    const types = [this.here, second.plan].map(({ output }) => output.map(({ type }) => type));
    const pairs = await alignRows(here, there, { here: types[0]!, there: types[1]! }, giveWay);
    return this.#found(position, { pairs, fates, changes, refusal: null });
  }

  /** Finds by trial which rules make the differences. @throws Overtaken by `giveWay`. */
  async explain(found: Found, view: RunView, giveWay: GiveWay): Promise<Found> {
    const second = this.#second;
    const there = this.#there;
    if (!second || !there) return found;
    const sides = {
      here: { ...this.#hereSide, run: view.run },
      there: { ...there, run: second.view.run },
    };
    return explainFound(found, sides, this.#rules ?? [], giveWay);
  }

  dispose(): void {
    this.#second?.dispose();
  }

  /** The plan under the other rules; null where the query cannot be bound under them. */
  get there(): PhysicalPlan | null {
    return this.#there?.plan ?? null;
  }

  get #hereSide(): PlannedSide {
    return { plan: this.here, compile: this.#compiler(this.here.preset) };
  }

  #compiler(preset: PresetName): CompileUnder {
    const { sql, stream } = this.#query;
    return (rules) => compileQuery(sql, [stream], { preset, rules }).plan;
  }

  #found({ read, ended, rowsOut }: RunPosition, { pairs, fates, changes, refusal }: Aligned): Found {
    const second = this.#second;
    const rows = { agrees: 0, differs: 0, "only here": 0, "only there": 0 };
    const columns = this.here.output.map(() => 0);
    for (const pair of pairs) {
      rows[pair.fate]++;
      for (const column of pair.columns) columns[column]!++;
    }
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
      columns,
      changes: changes ?? { here: { ...noChanges, rows: rowsOut }, there: noChanges },
      fates: fates.counts,
      recordsNamed: fates.seqs.length,
      rules: (this.#rules ?? []).map((name) => this.#difference(name)),
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

const noChanges: ChangeCounts = { rows: 0, kinds: { "+I": 0, "-U": 0, "+U": 0, "-D": 0 } };
const noFates: OtherFates = { counts: [], seqs: [], there: [] };
const TOO_MANY =
  "More than 200,000 rows are out, which is too many to align. Compare an earlier position, or group by fewer values.";
