import { useCallback, useMemo, type ReactNode } from "react";
import type { LateRecord, QuerySummary } from "../../../engine/client/types.ts";
import { usePlayground } from "../../engine/playground-context.ts";
import { recordNoun, useDocument } from "../../session/document-store.ts";
import { useRun } from "../../session/run-store.ts";
import { useClock } from "../../session/use-clock.ts";
import { selectRecord, useSelection } from "../../session/selection-store.ts";
import { useFollow } from "../../session/use-follow.ts";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { VerdictGlyph, VerdictWord } from "../../ui/Glyphs.tsx";
import { RecordLink } from "../../ui/RecordLink.tsx";
import { SentenceText } from "../../ui/SentenceText.tsx";
import { duration, type Clock } from "../../words/clock.ts";
import { partitionLetter } from "../../words/partition-letter.ts";
import { lateReason, lateSentence, ledgerLine, noLateSentence, plainText } from "../../words/sentences.ts";
import { count } from "../../words/value.ts";
import { valueColumn } from "../output-columns.tsx";
import { PaneFoot, PaneTools } from "../PaneBars.tsx";
import { PreviousQuery } from "../PreviousQuery.tsx";
import { LateStory } from "./LateStory.tsx";

/** Every late record with what happened to it and why; the ledger in the foot. */
export function LatePane(): ReactNode {
  const { engine } = usePlayground();
  const state = useRun((run) => run.state);
  const query = useRun((run) => run.query);
  const noun = useDocument(recordNoun);
  const clock = useClock();
  const selection = useSelection();
  const { following, setFollowing } = useFollow();
  const columns = useMemo(() => lateColumns(query, clock), [query, clock]);
  const pull = useCallback(async (from: number, to: number) => (await engine.late(from, to)).rows, [engine]);
  const ledger = state?.ledger;
  const total = ledger ? ledger.late + ledger.expired + ledger.countedLate : 0;

  return (
    <>
      <PaneTools>
        <span>
          <VerdictGlyph verdict="dropped" /> dropped <b>{count(ledger ? ledger.late + ledger.expired : 0)}</b>
        </span>
        <span>
          <VerdictGlyph verdict="counted late" /> counted late <b>{count(ledger?.countedLate ?? 0)}</b>
        </span>
        <PreviousQuery />
      </PaneTools>
      <DataTable
        key={columns.map(({ id }) => id).join()}
        label="Late records"
        columns={columns}
        count={total}
        stamp={`${state?.run} ${total}`}
        pull={pull}
        following={following ? total - 1 : null}
        onFollow={setFollowing}
        mark={(late) =>
          late.seq === selection.seq ? "selected" : late.seq === selection.mover ? "blamed" : null
        }
        onRow={(late) => selectRecord(late.seq, late.mover)}
        empty={noLateSentence(state, query, noun)}
      />
      {query && total > 0 && <LateStory query={query} total={total} noun={noun} />}
      <PaneFoot>{ledger && <SentenceText sentence={ledgerLine(ledger)} />}</PaneFoot>
    </>
  );
}

function lateColumns(query: QuerySummary | null, clock: Clock): readonly Column<LateRecord>[] {
  if (query === null) return [];
  const keys = query.keys.flatMap((key) => {
    const index = query.input.findIndex(({ name }) => name.toLowerCase() === key.toLowerCase());
    const field = query.input[index];
    return field ? [valueColumn(field, (late: LateRecord) => late.values[index] ?? null, clock, 2)] : [];
  });
  return [
    {
      id: "mark",
      header: "mark",
      unseenHeader: true,
      fixed: true,
      extra: 16,
      text: () => "",
      render: (late) => <VerdictGlyph verdict={late.dropped ? "dropped" : "counted late"} />,
    },
    {
      id: "seq",
      header: "#",
      align: "right",
      text: ({ seq }) => `#${seq}`,
      render: ({ seq, mover }) => <RecordLink seq={seq} mover={mover} inTable />,
    },
    ...keys,
    {
      id: "p",
      header: "p",
      hint: "partition",
      rank: 3,
      fixed: true,
      text: ({ partition }) => partitionLetter(partition),
    },
    {
      id: "event",
      header: "event",
      align: "right",
      text: ({ eventTime }) => clock.moment(eventTime),
    },
    {
      id: "arrival",
      header: "arrival",
      align: "right",
      rank: 4,
      text: ({ arrival }) => clock.moment(arrival),
    },
    {
      id: "behind",
      header: "behind",
      hint: "watermark then, minus event time",
      align: "right",
      rank: 5,
      text: ({ lateness }) => duration(lateness),
    },
    {
      id: "mover",
      header: "moved by",
      hint: "the record that last moved the watermark which judged it",
      align: "right",
      rank: 1,
      text: ({ mover }) => (mover < 0 ? "" : `#${mover}`),
      render: ({ mover }) => mover >= 0 && <RecordLink seq={mover} inTable />,
    },
    {
      id: "window",
      header: "window",
      text: ({ windowStart, windowEnd }) =>
        windowStart === null || windowEnd === null ? "" : clock.span(windowStart, windowEnd),
    },
    {
      id: "verdict",
      header: "what happened",
      text: (late) => (late.dropped ? "dropped" : "counted late"),
      render: (late) => <VerdictWord verdict={late.dropped ? "dropped" : "counted late"} />,
    },
    {
      id: "why",
      header: "why",
      rank: 6,
      text: (late) => lateReason(late, query, clock),
      render: (late) => (
        <span title={plainText(lateSentence(late, query, clock))}>{lateReason(late, query, clock)}</span>
      ),
    },
  ];
}
