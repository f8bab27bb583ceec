import { useCallback, useMemo, type ReactNode } from "react";
import type { PartitionStatus, RunState } from "../../../engine/client/types.ts";
import { recordNoun, useDocument } from "../../session/document-store.ts";
import { useRun } from "../../session/run-store.ts";
import { useClock } from "../../session/use-clock.ts";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import type { Clock } from "../../words/clock.ts";
import { partitionLetter } from "../../words/partition-letter.ts";
import { count } from "../../words/value.ts";
import { PaneTools } from "../PaneBars.tsx";
import { arrivalRate, watermarkNote } from "./partition-facts.ts";
import styles from "./PartitionsPane.module.css";

const nothing = (): void => undefined;

/** One row a partition: what it got, where its watermark stands, and what that means for the others. */
export function PartitionsPane(): ReactNode {
  const state = useRun((run) => run.state);
  const query = useRun((run) => run.query);
  const noun = useDocument(recordNoun);
  const clock = useClock();
  const partitions = state?.partitions;
  const columns = useMemo(
    () => (state === null ? [] : partitionColumns(state, noun, clock)),
    [state, noun, clock],
  );
  const pull = useCallback(
    (from: number, to: number) => Promise.resolve(partitions?.slice(from, to) ?? []),
    [partitions],
  );

  return (
    <>
      <PaneTools>
        {query && (
          <span>
            {query.strategy}
            {query.keys.length > 0 && ` of ${query.keys.join(", ")}`} over {query.partitions}; watermark per{" "}
            {query.watermarkScope}
          </span>
        )}
      </PaneTools>
      <DataTable
        key={columns.length}
        label="Partitions"
        columns={columns}
        count={partitions?.length ?? 0}
        stamp={`${state?.run} ${state?.position} ${state?.phase}`}
        pull={pull}
        following={null}
        onFollow={nothing}
        empty="Partitions appear once a query is loaded."
      />
    </>
  );
}

function partitionColumns(state: RunState, noun: string, clock: Clock): readonly Column<PartitionStatus>[] {
  const most = Math.max(1, ...state.partitions.map(({ records }) => records));
  const span = (state.arrival ?? 0) - (state.firstArrival ?? 0);
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
    {
      id: "keys",
      header: "keys",
      rank: 1,
      text: ({ keys, someKeys }) => {
        const more = keys - someKeys.length;
        return someKeys.join(", ") + (more > 0 ? ` and ${count(more)} more` : "");
      },
    },
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
    {
      id: "rate",
      header: "rate",
      hint: "of arrival time",
      align: "right",
      rank: 2,
      text: ({ records }) => arrivalRate(records, span),
    },
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
      text: ({ worker }) => String(worker),
    },
  ];
}
