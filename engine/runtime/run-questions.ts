import type { MalformedRow } from "../source/malformed-row.ts";
import { chartData, type ChartData } from "./chart-data.ts";
import { keepAll, type KeepAll } from "./keep-all.ts";
import { recordEffects, type RecordEffects, rowLineage, type RowLineage } from "./lineage.ts";
import { readRow } from "./output-batch.ts";
import { recordStory, type RecordStory } from "./record-story.ts";
import type { ResultRow, TableRow } from "./result-row.ts";
import { lateRows, type RecordRow, recordRows } from "./run-rows.ts";
import type { RunView } from "./run-view.ts";
import { type Timeline, timelineOf } from "./timeline.ts";
import type { TraceMark, TraceTail } from "./trace/trace-tables.ts";
import { type WindowRow, windowRows } from "./window-rows.ts";

/** Rows of a table of the trace that one answer holds. */
const TAIL_ROWS = 50_000;

/**
 * What the page asks of a run, as it is at the position that is shown. Ranges are [from, to), clipped to what there is.
 * What only the trace knows is null, or empty, of a run without one.
 */
export abstract class RunQuestions {
  /** The run and where it is looked at; null before the first. */
  protected abstract get view(): RunView | null;

  /** `RunState.run`. */
  protected abstract get runNumber(): number;

  get #traced(): RunView | null {
    const { view } = this;
    return view?.run.traced ? view : null;
  }

  /** Rows of the changelog that are out and kept. */
  changes(from: number, to: number): readonly ResultRow[] {
    const rows: ResultRow[] = [];
    const { view } = this;
    view?.run.changes.visit(from, Math.min(to, view.rowsOut), (output, row) =>
      rows.push(readRow(view.run.plan, output, row)),
    );
    return rows;
  }

  /** Rows of the folded changelog. */
  table(from: number, to: number): readonly TableRow[] {
    const rows: TableRow[] = [];
    const { view } = this;
    view?.table.visit(from, to, (output, row, index) =>
      rows.push({ ...readRow(view.run.plan, output, row), index }),
    );
    return rows;
  }

  /** Late records, in order of arrival, and how many there are. */
  late(from: number, to: number): { readonly total: number; readonly rows: readonly RecordStory[] } {
    return lateRows(this.view, from, to);
  }

  /** Malformed rows of those read, and how many there are. */
  malformed(from: number, to: number): { readonly total: number; readonly rows: readonly MalformedRow[] } {
    const { view } = this;
    if (!view) return { total: 0, rows: [] };
    const rows = view.run.log.malformed.filter((row) => row.seq < view.read);
    return { total: view.ledger.malformed, rows: rows.slice(from, to) };
  }

  /** Records of the stream, read or not. */
  records(from: number, to: number): readonly RecordRow[] {
    return this.view ? recordRows(this.view, from, to) : [];
  }

  /** Windows that have or had state, latest start first, and how many there are. */
  windows(from: number, to: number): { readonly total: number; readonly rows: readonly WindowRow[] } {
    const view = this.#traced;
    return view ? windowRows(view.run, view, from, to) : { total: 0, rows: [] };
  }

  /** What the charts draw now. @param column null: the first that can be drawn. */
  chart(column: string | null, maxLines: number): ChartData {
    return chartData(this.view, column, maxLines);
  }

  /** What a reader of the trace lacks; null when there is no run. Its arrays are copies. */
  trace(mark: TraceMark): TraceTail | null {
    const view = this.#traced;
    if (!view) return null;
    const { known, records, steps, windows } = view.run;
    const groups = groupsFrom(view.run, mark.groups ?? Infinity);
    return {
      ...(groups && { groups }),
      run: this.runNumber,
      known,
      records: records.rows(mark.records, mark.records + TAIL_ROWS),
      steps: steps.rows(mark.steps, mark.steps + TAIL_ROWS),
      windows: windows.rows(mark.windows, mark.windows + TAIL_ROWS),
    };
  }

  /** What the scrubber marks. */
  timeline(): Timeline | null {
    const view = this.#traced;
    return view && timelineOf(view.run, this.runNumber);
  }

  /** What decided about a record; null where there is none, or it is no longer kept. */
  story(seq: number): RecordStory | null {
    const view = this.#traced;
    return view && recordStory(view.run, view, seq);
  }

  /** What a row of the changelog was made of. */
  lineage(row: number): RowLineage | null {
    const view = this.#traced;
    return view && rowLineage(view.run, view, row);
  }

  /** What a record went into. */
  effects(seq: number): RecordEffects | null {
    const view = this.#traced;
    return view && recordEffects(view.run, view, seq);
  }

  /** What would drop nothing; null when nothing was dropped. */
  keepAll(): KeepAll | null {
    const view = this.#traced;
    return view && keepAll(view.run, view);
  }
}

/** Texts of the group keys from id `from` on; null where there are none, or where windows do not name their groups. */
function groupsFrom({ plan, keys }: RunView["run"], from: number): TraceTail["groups"] | null {
  const { query } = plan;
  if (query.kind !== "aggregate" || query.window?.kind !== "session" || from >= keys.size) return null;
  const to = Math.min(keys.size, from + TAIL_ROWS);
  return { from, texts: Array.from({ length: to - from }, (_, i) => keys.texts(from + i).join(", ")) };
}
