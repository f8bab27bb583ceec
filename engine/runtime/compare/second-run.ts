import type { PhysicalPlan } from "../../plan/physical-plan.ts";
import type { ReplayLog } from "../../source/replay-log.ts";
import { windowsPerRecord } from "../../spec/window-spec.ts";
import { startInProcess } from "../execution.ts";
import { QueryRun, type RunBudget } from "../query-run.ts";
import { RunView } from "../run-view.ts";
import type { GiveWay } from "./give-way.ts";

/** What such a run keeps: it is looked at where it stands, and seldom before. */
const BUDGET: RunBudget = { records: 100_000, rows: 200_000, windows: 100_000 };
/** Records that are read before others get their turn, and pairs of a record and a window, unless one record alone has more. */
const PIECE = 512;
const PIECE_PAIRS = 8_192;

/** A run beside the one that is shown, over the same log, on the thread that asks: it can be moved to any position. */
export class SecondRun {
  readonly plan: PhysicalPlan;
  readonly #log: ReplayLog;
  /** Records of one piece. */
  readonly #records: number;
  #view: RunView;

  constructor(plan: PhysicalPlan, log: ReplayLog) {
    this.plan = plan;
    this.#log = log;
    const { query } = plan;
    const windows = windowsPerRecord(query.kind === "aggregate" ? query.window : null);
    this.#records = Math.min(PIECE, Math.ceil(PIECE_PAIRS / windows));
    this.#view = this.#begin();
  }

  /** At the position that it was moved to last; before it where a record ended the run. */
  get view(): RunView {
    return this.#view;
  }

  /** Why the run ends at a record before the position, for people; else null. */
  get failure(): string | null {
    return this.#view.run.failure?.message ?? null;
  }

  /**
   * @param read records. @param ended whether the end of input counts too: only behind all records of a finished log.
   * @throws Overtaken by `giveWay`; the run can then be moved on all the same.
   */
  async moveTo(read: number, ended: boolean, giveWay: GiveWay): Promise<void> {
    if (read < this.#view.run.first) {
      this.#view.run.dispose();
      this.#view = this.#begin();
    }
    const view = this.#view;
    const { run } = view;
    while (run.known < read && run.failure === null) {
      await run.readTo(Math.min(read, run.known + this.#records), () => true);
      // What lies behind the view is never forgotten, so it comes along.
      view.moveTo(run.known, false);
      await giveWay();
    }
    if (ended && run.failure === null) await run.end();
    view.moveTo(Math.min(read, run.known), ended && run.knownEnd);
  }

  dispose(): void {
    this.#view.run.dispose();
  }

  #begin(): RunView {
    return new RunView(new QueryRun(this.plan, this.#log, startInProcess, BUDGET));
  }
}
