import type { QuerySummary, RunState } from "../../../engine/client/types.ts";
import type { Column } from "../../ui/column.ts";
import { RecordLink } from "../../ui/RecordLink.tsx";
import type { Clock } from "../../words/clock.ts";
import { count } from "../../words/value.ts";
import { letterColumn } from "./letter-column.tsx";
import { arrivalRate, moverText, shareText, watermarkLag, watermarkNote } from "./partition-facts.ts";
import type { PartitionRow } from "./partition-row.ts";
import styles from "./PartitionsPane.module.css";

/** What each partition got, and how its watermark stands. @param noun what one record is called. */
export function partitionColumns(
  state: RunState,
  query: QuerySummary,
  noun: string,
  clock: Clock,
): readonly Column<PartitionRow>[] {
  const most = Math.max(1, ...state.partitions.map(({ records }) => records));
  const span = (state.arrival ?? 0) - (state.firstArrival ?? 0);
  const keys: Column<PartitionRow> = {
    id: "keys",
    header: "keys",
    rank: 1,
    text: ({ keys, someKeys }) => {
      const more = (keys ?? 0) - someKeys.length;
      return someKeys.join(", ") + (more > 0 ? ` and ${count(more)} more` : "");
    },
  };
  // Where nothing says when records arrived, they arrive one a millisecond: no rate to speak of.
  const rate: Column<PartitionRow> = {
    id: "rate",
    header: "rate",
    hint: "of arrival time",
    align: "right",
    rank: 2,
    text: ({ records }) => arrivalRate(records, span),
  };
  const lag: Column<PartitionRow> = {
    id: "lag",
    header: "lag",
    hint: "how far its watermark is behind the newest arrival",
    align: "right",
    rank: 2,
    text: ({ watermark }) => watermarkLag(watermark, state.arrival),
  };
  const mover: Column<PartitionRow> = {
    id: "mover",
    header: "moved by",
    hint: "the record that last moved its watermark, or whose arrival let it pass a quiet time",
    rank: 3,
    text: ({ mover }) => moverText(mover),
    render: ({ mover }) =>
      mover && Number.isFinite(mover.seq) ? (
        <>
          {mover.timer && "timer at "}
          <RecordLink seq={mover.seq} inTable />
        </>
      ) : (
        moverText(mover)
      ),
  };
  return [
    letterColumn(state.watermark?.heldBy ?? null),
    ...(query.keys.length > 0 && state.traced ? [keys] : []),
    {
      id: "records",
      header: `${noun}s`,
      align: "right",
      widest: "0".repeat(String(most).length + 1),
      text: ({ records }) => count(records),
    },
    {
      id: "share",
      header: "share",
      rank: 1,
      extra: 64,
      fixed: true,
      widest: "100 % hot",
      text: shareText,
      render: (row) => (
        <>
          <span className={row.hot ? `${styles.share} ${styles.hot}` : styles.share} aria-hidden="true">
            <span style={{ width: `${100 * row.share}%` }} />
          </span>
          {shareText(row)}
        </>
      ),
    },
    ...(query.arrival === null ? [] : [{ ...rate, rank: 5 }]),
    {
      id: "watermark",
      header: "watermark",
      align: "right",
      widest: clock.moment(state.lastArrival),
      text: ({ watermark }) => clock.moment(watermark),
    },
    {
      id: "note",
      header: "what it does",
      quiet: true,
      text: (partition) => watermarkNote(partition, state.watermark, clock),
    },
    ...(query.arrival === null ? [] : [lag]),
    ...(state.traced ? [mover] : []),
    { id: "late", header: "late", align: "right", text: ({ late }) => count(late) },
    {
      id: "dropped",
      header: "dropped",
      align: "right",
      text: ({ dropped }) => count(dropped),
      render: ({ dropped }) => (
        <span className={dropped > 0 ? styles.dropped : undefined}>{count(dropped)}</span>
      ),
    },
    {
      id: "worker",
      header: "worker",
      align: "right",
      quiet: true,
      rank: 4,
      text: ({ workers }) => workers.join(", "),
    },
  ];
}
