import { useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import type { QuerySummary, RecordRow } from "../../../engine/client/types.ts";
import { onNextFrame } from "../../engine/next-frame.ts";
import { usePlayground } from "../../engine/playground-context.ts";
import { recordNoun, useDocument } from "../../session/document-store.ts";
import { useRun, useTraced } from "../../session/run-store.ts";
import { useClock } from "../../session/use-clock.ts";
import { selectRecord } from "../../session/selection-store.ts";
import { useChosen } from "../../session/use-chosen.ts";
import { useFollow } from "../../session/use-follow.ts";
import { Button } from "../../ui/Button.tsx";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import type { Clock } from "../../words/clock.ts";
import { count, counted } from "../../words/value.ts";
import { valueColumn } from "../output-columns.tsx";
import { TraceButton } from "../NeedsTrace.tsx";
import { PaneFoot } from "../PaneBars.tsx";
import { PaneHeader } from "../PaneHeader.tsx";
import {
  arrivalColumn,
  delayColumn,
  eventColumn,
  markColumn,
  partitionColumn,
  seqColumn,
  verdictColumn,
} from "../record-columns.tsx";
import { madeOf, recordMark, recordNote } from "../selection-marks.ts";
import { viewStamp } from "../view-stamp.ts";

/** Records shown ahead of the newest that has arrived. */
const AHEAD = 3;

/** The stream's records in the order of arrival, each with its verdict as soon as it has one. */
export function StreamsPane(): ReactNode {
  const { engine } = usePlayground();
  const state = useRun((run) => run.state);
  const query = useRun((run) => run.query);
  const noun = useDocument(recordNoun);
  const clock = useClock();
  const { target, choice, lights } = useChosen();
  /** The chosen record, or the newest that the chosen row or window was made of. */
  const chosen = target === null ? undefined : target.kind === "record" ? target.seq : lights.records.at(-1);
  const { following, setFollowing } = useFollow(target === null ? null : choice, chosen !== undefined);
  const traced = useTraced();
  const columns = useMemo(() => streamColumns(query, clock, traced), [query, clock, traced]);
  const pull = useCallback((from: number, to: number) => engine.records(from, to), [engine]);
  const position = state?.position ?? 0;
  const total = state?.length ?? position;
  const next = useNextArrival(position < total ? position : null, query);
  const reveal = useMemo(() => (chosen === undefined ? null : { index: chosen, choice }), [chosen, choice]);
  /** The end of input is a step without a record. */
  const last = state?.phase === "finished" ? -1 : position - 1;
  const isStep = useCallback(({ seq }: RecordRow) => seq === last, [last]);
  const made = madeOf(target, lights, clock);

  return (
    <section className="pane" aria-labelledby="streams-title">
      <PaneHeader id="streams-title" title={query?.stream ?? "stream"}>
        {query && (
          <span>
            {typeof state?.length !== "number" ? "still reading" : counted(state.length, noun)},{" "}
            {counted(query.partitions, "partition")}
            {clock.day !== null && `, ${clock.day}`}
          </span>
        )}
      </PaneHeader>
      <DataTable
        key={columns.map(({ id }) => id).join()}
        label={`Records of ${query?.stream ?? "the stream"}`}
        columns={columns}
        count={total}
        stamp={`${viewStamp(state)} ${total}`}
        pull={pull}
        isStep={isStep}
        following={following ? Math.min(total - 1, position - 1 + AHEAD) : null}
        onFollow={setFollowing}
        reveal={reveal}
        mark={(record) => recordMark(record, target, lights)}
        note={(record) => recordNote(record, target, lights)}
        onRow={({ seq }) => selectRecord(seq)}
        empty="The stream's records stand here, in order of arrival, once it is read."
        foot={() => (
          <PaneFoot right={made === "" && next !== null && `next: #${position} at ${clock.moment(next)}`}>
            {`${count(position)} of ${count(total)} arrived`}
            {made !== "" && `, ${made}`}
            {!traced && (
              <>
                ; verdicts are known from the trace, which is off
                <TraceButton small />
              </>
            )}
            {!following && (
              <Button small onClick={() => setFollowing(true)}>
                Back to now
              </Button>
            )}
          </PaneFoot>
        )}
      />
    </section>
  );
}

/** Arrival time of the next record, ms; null when there is none or it is not known yet. */
function useNextArrival(seq: number | null, query: QuerySummary | null): number | null {
  const { engine } = usePlayground();
  const playing = useRun(({ state }) => state?.phase === "playing");
  const [next, setNext] = useState<RecordRow | null>(null);
  useEffect(() => {
    if (seq === null || playing) return;
    let current = true;
    void engine.records(seq, seq + 1).then(
      ([record]) => onNextFrame(() => current && setNext(record ?? null)),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [engine, seq, playing, query]);
  return next !== null && next.seq === seq ? next.arrival : null;
}

function streamColumns(
  query: QuerySummary | null,
  clock: Clock,
  traced: boolean,
): readonly Column<RecordRow>[] {
  if (query === null) return [];
  const told = [query.eventTime, query.arrival].map((name) => name?.toLowerCase());
  const keys = new Set(query.keys.map((key) => key.toLowerCase()));
  const own = query.input.flatMap((field, index) => {
    const name = field.name.toLowerCase();
    if (told.includes(name)) return [];
    const rank = keys.has(name) ? 0 : 3;
    return [valueColumn(field, index, (record: RecordRow) => record.values[index] ?? null, clock, rank)];
  });
  // Where the stream does not say when its records arrived, they arrive one a millisecond: no delay to speak of.
  const hasDelay = query.arrival !== null && query.eventTime !== null;
  return [
    ...(traced ? [markColumn] : []),
    seqColumn,
    arrivalColumn(clock),
    eventColumn(clock, ({ eventTime, verdict }) => (verdict === "malformed" ? null : eventTime)),
    ...(hasDelay ? [{ ...delayColumn<RecordRow>(({ eventTime }) => eventTime), rank: 4 }] : []),
    ...(traced ? [{ ...partitionColumn, rank: 2 }] : []),
    ...own,
    ...(traced ? [verdictColumn] : []),
  ];
}
