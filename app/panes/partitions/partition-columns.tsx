import type { PartitionStatus, QuerySummary, RunState } from "../../../engine/client/types.ts";
import type { Column } from "../../ui/column.ts";
import type { Clock } from "../../words/clock.ts";
import { partitionLetter } from "../../words/partition-letter.ts";
import { count } from "../../words/value.ts";
import { arrivalRate, watermarkNote } from "./partition-facts.ts";
import styles from "./PartitionsPane.module.css";

/** @param noun what one record is called. */
export function partitionColumns(
  state: RunState,
  query: QuerySummary,
  noun: string,
  clock: Clock,
): readonly Column<PartitionStatus>[] {
  const most = Math.max(1, ...state.partitions.map(({ records }) => records));
  const span = (state.arrival ?? 0) - (state.firstArrival ?? 0);
  const keys: Column<PartitionStatus> = {
    id: "keys",
    header: "keys",
    rank: 1,
    text: ({ keys, someKeys }) => {
      const more = (keys ?? 0) - someKeys.length;
      return someKeys.join(", ") + (more > 0 ? ` and ${count(more)} more` : "");
    },
  };
  // Where nothing says when records arrived, they arrive one a millisecond: no rate to speak of.
  const rate: Column<PartitionStatus> = {
    id: "rate",
    header: "rate",
    hint: "of arrival time",
    align: "right",
    rank: 2,
    text: ({ records }) => arrivalRate(records, span),
  };
  return [
    {
      id: "p",
      header: "p",
      hint: "partition",
      fixed: true,
      extra: 12,
      text: ({ id }) => partitionLetter(id),
      render: ({ id }) => (
        <span className={id === state.watermark?.heldBy ? styles.holder : styles.letter}>
          {partitionLetter(id)}
        </span>
      ),
    },
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
      rank: 3,
      extra: 88,
      fixed: true,
      text: () => "",
      render: ({ records }) => (
        <span className={styles.share}>
          <span style={{ width: `${(100 * records) / most}%` }} />
        </span>
      ),
    },
    ...(query.arrival === null ? [] : [rate]),
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
      text: ({ worker }) => (worker === null ? "" : String(worker)),
    },
  ];
}
