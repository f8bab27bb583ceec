import { useCallback, useMemo, type ReactNode } from "react";
import type { QuerySummary } from "../../../engine/client/types.ts";
import { useTrace } from "../../engine/use-trace.ts";
import { type MapRow, mapRows } from "../../map/map-table.ts";
import { recordNoun, useDocument } from "../../session/document-store.ts";
import { useLights } from "../../session/lights-store.ts";
import { useRun } from "../../session/run-store.ts";
import { lookedAt, selectRecord, useSelection } from "../../session/selection-store.ts";
import { useClock } from "../../session/use-clock.ts";
import { useFollow } from "../../session/use-follow.ts";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import type { RowMark } from "../../ui/TableRow.tsx";
import type { Clock } from "../../words/clock.ts";
import { count, counted } from "../../words/value.ts";
import { PaneFoot } from "../PaneBars.tsx";
import {
  arrivalColumn,
  delayColumn,
  eventColumn,
  markColumn,
  partitionColumn,
  seqColumn,
  verdictColumn,
} from "../record-columns.tsx";

/** The table twin of the map: what each record's place says, in numbers. Windows have a tab of their own. */
export function MapTable({ query }: { readonly query: QuerySummary }): ReactNode {
  const { mirror, revision } = useTrace();
  const read = useRun(({ state }) => state?.position ?? 0);
  const noun = useDocument(recordNoun);
  const clock = useClock();
  const target = useSelection(lookedAt);
  const choice = useSelection((selection) => selection.choice);
  const { records, culprit } = useLights();
  const columns = useMemo(() => mapColumns(query, clock), [query, clock]);
  const rows = Math.max(0, Math.min(read, mirror.known) - mirror.first);
  const pull = useCallback(
    (from: number, to: number) => Promise.resolve(mapRows(mirror, query, { read, from, to })),
    [mirror, query, read],
  );
  const seq = target?.kind === "record" ? target.seq : null;
  const scroll = useFollow(seq === null ? null : choice, seq !== null && seq < read);
  const reveal = useMemo(
    () => (seq === null ? null : { index: seq - mirror.first, choice }),
    [mirror, seq, choice],
  );
  const lit = useMemo(() => new Set(target?.kind === "record" ? [] : records), [target, records]);
  const markOf = (row: MapRow): RowMark => {
    if (row.seq === seq) return "selected";
    if (row.seq === culprit) return "blamed";
    return lit.has(row.seq) ? "lit" : null;
  };
  return (
    <DataTable
      key={columns.map(({ id }) => id).join()}
      label={`Time map as a table: ${noun}s in order of arrival`}
      columns={columns}
      count={rows}
      stamp={`${mirror.run} ${revision} ${read}`}
      pull={pull}
      following={scroll.following ? rows - 1 : null}
      onFollow={scroll.setFollowing}
      reveal={reveal}
      mark={markOf}
      onRow={(row) => selectRecord(row.seq)}
      tail
      empty={`Each ${noun} stands here as soon as it has arrived.`}
      foot={(first, last) => (
        <PaneFoot>
          {rows === 0
            ? `no ${noun} yet`
            : `${count(first + 1)} to ${count(last + 1)} of ${counted(rows, noun)} on the map`}
        </PaneFoot>
      )}
    />
  );
}

function mapColumns(query: QuerySummary, clock: Clock): readonly Column<MapRow>[] {
  const columns: Column<MapRow>[] = [
    markColumn,
    seqColumn,
    eventColumn(clock, ({ event }) => event),
    arrivalColumn(clock),
    { ...delayColumn<MapRow>(({ event }) => event), rank: 1 },
    partitionColumn,
    verdictColumn,
  ];
  if (query.windowed)
    columns.push({
      id: "window",
      header: "window",
      text: ({ windows }) => windows.map(({ start, end }) => clock.span(start, end)).join(" "),
    });
  if (query.windowed && query.having)
    columns.push({
      id: "withdrew",
      header: "withdrew",
      hint: "windows of which it took back a row: HAVING no longer holds",
      text: ({ withdrew }) => withdrew.map(({ start, end }) => clock.span(start, end)).join(" "),
    });
  columns.push({
    id: "watermark",
    header: "watermark then",
    align: "right",
    text: ({ watermark, verdict }) =>
      verdict === "filtered" || verdict === "skipped" || verdict === "malformed"
        ? ""
        : clock.moment(watermark),
  });
  return columns;
}
