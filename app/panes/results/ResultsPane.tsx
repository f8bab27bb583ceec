import { useCallback, useMemo, type ReactNode } from "react";
import type { PartitionStatus, QuerySummary } from "../../../engine/client/types.ts";
import { type CausedRow, useCausedRows } from "../../engine/use-caused-rows.ts";
import { recordNoun, useDocument } from "../../session/document-store.ts";
import { useRun } from "../../session/run-store.ts";
import { useClock } from "../../session/use-clock.ts";
import { selectRow } from "../../session/selection-store.ts";
import { useChosen } from "../../session/use-chosen.ts";
import { useFollow } from "../../session/use-follow.ts";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { RecordLink } from "../../ui/RecordLink.tsx";
import type { Clock } from "../../words/clock.ts";
import { nextRowSentence } from "../../words/sentences.ts";
import { count } from "../../words/value.ts";
import { windowStateAt } from "../../words/window-state.ts";
import { outputColumns } from "../output-columns.tsx";
import { PaneFoot, PaneTools } from "../PaneBars.tsx";
import { PreviousQuery } from "../PreviousQuery.tsx";
import { changeMark, changeNote } from "../selection-marks.ts";
import { causedBy, stepOf } from "../step-of.ts";
import { viewStamp } from "../view-stamp.ts";

/** The changelog folded: the latest row of each window and key. */
export function ResultsPane(): ReactNode {
  const state = useRun((run) => run.state);
  const query = useRun((run) => run.query);
  const noun = useDocument(recordNoun);
  const clock = useClock();
  const { target, lights } = useChosen();
  const { following, setFollowing } = useFollow();
  /** A query without groups never replaces a row: its table is all that came out. */
  const grouped = query?.emission !== "records";
  const pullAny = useCausedRows(grouped ? "table" : "changes", query);
  const first = grouped ? 0 : (state?.firstRowKept ?? 0);
  const pull = useCallback((from: number, to: number) => pullAny(first + from, first + to), [pullAny, first]);
  const step = stepOf(state);
  const isStep = useMemo(() => causedBy(step), [step]);
  const finished = state?.phase === "finished";
  const partitions = state?.partitions;
  const columns = useMemo(
    () => tableColumns(query, clock, partitions ?? [], finished),
    [query, clock, partitions, finished],
  );
  const rows = grouped ? (state?.tableRows ?? 0) : Math.max(0, (state?.rowsOut ?? 0) - first);

  return (
    <>
      <PaneTools>
        <span>{query === null ? "latest rows" : subject(query)}</span>
        <PreviousQuery />
      </PaneTools>
      <DataTable
        key={columns.map(({ id }) => id).join()}
        label="Results"
        columns={columns}
        count={rows}
        firstIndex={first}
        stamp={viewStamp(state)}
        pull={pull}
        isStep={isStep}
        following={following ? rows - 1 : null}
        onFollow={setFollowing}
        mark={(row) => changeMark(row, target, lights)}
        note={(row) => changeNote(row, target, lights)}
        onRow={({ index }) => selectRow(index)}
        empty={nextRowSentence(state, query, noun, clock)}
        foot={(from, to) =>
          rows > 0 && (
            <PaneFoot>{`rows ${count(from + 1)} to ${count(to + 1)} of ${count(first + rows)}`}</PaneFoot>
          )
        }
      />
    </>
  );
}

function subject({ windowed, keys, emission }: QuerySummary): string {
  if (emission === "records") return "one row for each record";
  const of = [...(windowed ? ["window"] : []), ...keys];
  return of.length === 0 ? "the latest row" : `latest row per ${of.join(" and ")}`;
}

function tableColumns(
  query: QuerySummary | null,
  clock: Clock,
  partitions: readonly PartitionStatus[],
  finished: boolean,
): readonly Column<CausedRow>[] {
  if (query === null) return [];
  const window: Column<CausedRow> = {
    id: "window",
    header: "window",
    text: ({ windowStart, windowEnd }) =>
      windowStart === null || windowEnd === null ? "" : clock.span(windowStart, windowEnd),
  };
  const state: Column<CausedRow> = {
    id: "state",
    header: "state",
    quiet: true,
    widest: "expired, corrected",
    text: (row) => stateOf(row, query, partitions, finished),
  };
  return [
    ...(query.windowed ? [window] : []),
    ...outputColumns(query, (row: CausedRow) => row.values, clock),
    ...(query.windowed ? [state] : []),
    {
      id: "cause",
      header: "by",
      hint: "the record that caused the latest row",
      align: "right",
      rank: 1,
      text: ({ cause }) => (Number.isFinite(cause) ? `#${cause}` : "end"),
      render: ({ cause }) => (Number.isFinite(cause) ? <RecordLink seq={cause} inTable /> : "end"),
    },
    {
      id: "arrival",
      header: "last change",
      align: "right",
      rank: 2,
      text: ({ arrival, cause }) => (Number.isFinite(cause) ? clock.moment(arrival) : "end of input"),
    },
  ];
}

function stateOf(
  row: CausedRow,
  query: QuerySummary,
  partitions: readonly PartitionStatus[],
  finished: boolean,
): string {
  if (row.windowEnd === null) return "";
  const state = windowStateAt(row.windowEnd, {
    watermark: partitions[row.partition]?.watermark ?? null,
    ended: finished,
    rules: query,
  });
  return row.reason === "correction" ? `${state}, corrected` : state;
}
