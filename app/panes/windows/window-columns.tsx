import type { ReactNode } from "react";
import type { Moment, QuerySummary, WindowRow } from "../../../engine/client/types.ts";
import type { Column } from "../../ui/column.ts";
import { WindowWord } from "../../ui/Glyphs.tsx";
import { RecordLink } from "../../ui/RecordLink.tsx";
import type { Clock } from "../../words/clock.ts";
import { partitionLetter } from "../../words/partition-letter.ts";
import { count } from "../../words/value.ts";
import { type WindowDistance, windowDistance } from "./window-distance.ts";
import styles from "./WindowsPane.module.css";

/** @param noun what one record is called. @param phone the way is then told in words alone. */
export function windowColumns(
  query: QuerySummary,
  clock: Clock,
  noun: string,
  phone: boolean,
): readonly Column<WindowRow>[] {
  return [
    { id: "window", header: "window", text: ({ start, end }) => clock.span(start, end) },
    ...(query.window?.kind === "session" && query.keys.length > 0 ? [groupColumn(query)] : []),
    { id: "p", header: "p", hint: "partition", text: ({ partition }) => partitionLetter(partition) },
    {
      id: "state",
      header: "state",
      widest: "expired",
      extra: 18,
      text: ({ state }) => state,
      render: ({ state }) => <WindowWord state={state} />,
    },
    {
      id: "counted",
      header: "counted",
      hint: `${noun}s counted in it`,
      align: "right",
      text: (row) => count(row.counted),
      raw: (row) => String(row.counted),
    },
    {
      id: "corrections",
      header: "corrections",
      hint: `${noun}s counted after it had closed`,
      align: "right",
      rank: 4,
      text: ({ corrections }) => count(corrections),
      raw: ({ corrections }) => String(corrections),
    },
    momentColumn("opened", `first ${noun}`, 5, clock, ({ opened }) => opened),
    momentColumn("closed", "closed", 1, clock, ({ closed }) => closed),
    momentColumn("expired", "expired", 3, clock, ({ expired }) => expired),
    {
      id: "way",
      header: "how far",
      hint: "what its watermark still lacks",
      extra: phone ? 0 : 80,
      text: (row) => windowDistance(row, query)?.text ?? "",
      render: (row) => wayTo(windowDistance(row, query), clock, phone),
    },
  ];
}

/** A session belongs to one group. */
function groupColumn({ keys }: QuerySummary): Column<WindowRow> {
  return { id: "group", header: keys.join(", "), text: ({ group }) => group?.join(", ") ?? "" };
}

/** "00:46.3 by #40". */
function momentColumn(
  id: string,
  header: string,
  rank: number,
  clock: Clock,
  momentOf: (row: WindowRow) => Moment | null,
): Column<WindowRow> {
  return {
    id,
    header,
    rank,
    text: (row) => {
      const moment = momentOf(row);
      if (moment === null) return "";
      return Number.isFinite(moment.seq)
        ? `${clock.moment(moment.arrival)} by #${moment.seq}`
        : "end of input";
    },
    render: (row) => {
      const moment = momentOf(row);
      if (moment === null) return null;
      if (!Number.isFinite(moment.seq)) return "end of input";
      return (
        <>
          {clock.moment(moment.arrival)} by <RecordLink seq={moment.seq} inTable />
        </>
      );
    },
  };
}

function wayTo(distance: WindowDistance | null, clock: Clock, phone: boolean): ReactNode {
  if (distance === null) return null;
  return (
    <span title={`watermark ${clock.moment(distance.watermark)}`}>
      {!phone && (
        <span className={styles.way}>
          <span style={{ width: `${100 * distance.share}%` }} />
        </span>
      )}
      {distance.text}
    </span>
  );
}
