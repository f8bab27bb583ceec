import { useMemo, useState, type ReactNode } from "react";
import type { QuerySummary } from "../../../engine/client/types.ts";
import { type CausedRow, useCausedRows } from "../../engine/use-caused-rows.ts";
import { recordNoun, useDocument } from "../../session/document-store.ts";
import { useRun } from "../../session/run-store.ts";
import { useClock } from "../../session/use-clock.ts";
import { selectRow } from "../../session/selection-store.ts";
import { useChosen } from "../../session/use-chosen.ts";
import { useFollow } from "../../session/use-follow.ts";
import { Button } from "../../ui/Button.tsx";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { PaneGlyph, PaneWord } from "../../ui/Glyphs.tsx";
import { RecordLink } from "../../ui/RecordLink.tsx";
import { useMedia } from "../../ui/use-media.ts";
import type { Clock } from "../../words/clock.ts";
import { partitionLetter } from "../../words/partition-letter.ts";
import { nextRowSentence } from "../../words/sentences.ts";
import { count } from "../../words/value.ts";
import { outputColumns } from "../output-columns.tsx";
import { PaneFoot, PaneTools } from "../PaneBars.tsx";
import { PreviousQuery } from "../PreviousQuery.tsx";
import { changeMark, changeNote } from "../selection-marks.ts";
import { causedBy, stepOf } from "../step-of.ts";
import { viewStamp } from "../view-stamp.ts";
import { useNextClosing } from "./use-next-closing.ts";

/** The changelog: every row that came out, in its order, with why and by which record. */
export function ChangesPane(): ReactNode {
  const state = useRun((run) => run.state);
  const query = useRun((run) => run.query);
  const noun = useDocument(recordNoun);
  const clock = useClock();
  const narrow = useMedia("(width < 1180px)");
  const { target, choice, lights } = useChosen();
  const pullKept = useCausedRows("changes", query);

  const first = state?.firstRowKept ?? 0;
  const rows = Math.max(0, (state?.rowsOut ?? 0) - first);
  const columns = useMemo(() => changeColumns(query, clock, narrow), [query, clock, narrow]);
  const pull = useMemo(
    () => (from: number, to: number) => pullKept(first + from, first + to),
    [pullKept, first],
  );
  /** The chosen row, or the first that the chosen record changed. */
  const chosen = target?.kind === "row" ? target.row : target?.kind === "record" ? lights.rows[0] : undefined;
  const held = chosen !== undefined && chosen >= first && chosen < first + rows;
  const { following, setFollowing } = useFollow(target === null ? null : choice, held);
  const reveal = useMemo(
    () => (held ? { index: chosen - first, choice } : null),
    [held, chosen, first, choice],
  );
  const step = stepOf(state);
  const isStep = useMemo(() => causedBy(step), [step]);
  const next = useNextClosing(state, query, clock);
  const newer = useNewer(state?.rowsOut ?? 0, following);

  return (
    <>
      <PaneTools>
        <PaneTotals />
        <PreviousQuery />
      </PaneTools>
      <DataTable
        key={columns.map(({ id }) => id).join()}
        label="Changes"
        columns={columns}
        count={rows}
        firstIndex={first}
        stamp={viewStamp(state)}
        pull={pull}
        isStep={isStep}
        following={following ? rows - 1 : null}
        onFollow={setFollowing}
        tail={following}
        reveal={reveal}
        mark={(row) => changeMark(row, target, lights)}
        note={(row) => changeNote(row, target, lights)}
        onRow={({ index }) => selectRow(index)}
        empty={nextRowSentence(state, query, noun, clock)}
        foot={(from, to) => (
          <PaneFoot right={next}>
            {rows > 0 && `rows ${count(from)} to ${count(to)} of ${count(state?.rowsOut ?? 0)}`}
            {rows > 0 && following && ", following the newest"}
            {first > 0 && `, the first ${count(first)} no longer kept`}
            {!following && (
              <Button small onClick={() => setFollowing(true)}>
                {newer > 0 ? `${count(newer)} new ${newer === 1 ? "row" : "rows"}` : "Follow the newest"}
              </Button>
            )}
          </PaneFoot>
        )}
      />
    </>
  );
}

/** Rows that came out since the table stopped following; less than 0 after a step back. */
function useNewer(rowsOut: number, following: boolean): number {
  const [left, setLeft] = useState({ following, rowsOut });
  if (left.following !== following) setLeft({ following, rowsOut });
  return following || left.following ? 0 : rowsOut - left.rowsOut;
}

/** How many rows came before, at and after the close of their windows. */
function PaneTotals(): ReactNode {
  const panes = useRun(({ state }) => state?.panes);
  const windowed = useRun(({ query }) => query?.windowed ?? false);
  if (!panes || !windowed) return <span>every row that came out, in its order</span>;
  return (
    <>
      {(["early", "on-time", "late"] as const).map((pane) => (
        <span key={pane}>
          <PaneGlyph pane={pane} /> {pane} <b>{count(pane === "on-time" ? panes.onTime : panes[pane])}</b>
        </span>
      ))}
    </>
  );
}

function changeColumns(
  query: QuerySummary | null,
  clock: Clock,
  narrow: boolean,
): readonly Column<CausedRow>[] {
  if (query === null) return [];
  const windowed: readonly Column<CausedRow>[] = [
    {
      id: "pane",
      header: "pane",
      widest: "on-time",
      extra: 18,
      text: ({ pane }) => pane ?? "",
      render: ({ pane }) => pane && <PaneWord pane={pane} />,
    },
  ];
  const windowColumn: Column<CausedRow> = {
    id: "window",
    header: "window",
    text: ({ windowStart, windowEnd }) =>
      windowStart === null || windowEnd === null ? "" : clock.span(windowStart, windowEnd),
  };
  return [
    { id: "row", header: "row", align: "right", quiet: true, rank: 4, text: ({ index }) => String(index) },
    { id: "kind", header: "kind", mono: true, text: ({ kind }) => kind },
    ...(query.windowed ? windowed : []),
    {
      id: "reason",
      header: "reason",
      quiet: true,
      rank: 5,
      widest: "correction",
      text: ({ reason }) => reason,
    },
    ...(query.windowed ? [windowColumn] : []),
    ...outputColumns(query, (row: CausedRow) => row.values, clock),
    {
      id: "cause",
      header: "cause",
      align: "right",
      rank: 1,
      text: ({ cause }) => (Number.isFinite(cause) ? `#${cause}` : "end"),
      render: ({ cause }) => (Number.isFinite(cause) ? <RecordLink seq={cause} inTable /> : "end"),
    },
    {
      id: "arrival",
      header: "arrival",
      hint: "when the record that caused it arrived",
      align: "right",
      rank: 3,
      text: ({ arrival, cause }) =>
        arrival === null && !Number.isFinite(cause) ? "" : clock.moment(arrival),
    },
    {
      id: "watermark",
      header: narrow ? "watermark" : "watermark then",
      hint: "the watermark of its partition when the row came out",
      align: "right",
      text: ({ watermark, partition }) =>
        `${watermark === Infinity ? "end" : clock.moment(watermark)} ${partitionLetter(partition)}`,
    },
  ];
}
