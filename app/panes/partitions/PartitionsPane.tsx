import { useCallback, useMemo, type ReactNode } from "react";
import type { PartitionStatus, RunState } from "../../../engine/client/types.ts";
import { usePlayground } from "../../engine/playground-context.ts";
import { recordNoun, useDocument } from "../../session/document-store.ts";
import { useRun } from "../../session/run-store.ts";
import { useChosen } from "../../session/use-chosen.ts";
import { useClock } from "../../session/use-clock.ts";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import type { Clock } from "../../words/clock.ts";
import { partitionLetter } from "../../words/partition-letter.ts";
import { count } from "../../words/value.ts";
import { PaneTools } from "../PaneBars.tsx";
import { stepOf } from "../step-of.ts";
import { viewStamp } from "../view-stamp.ts";
import { chosenPartition } from "./chosen-partition.ts";
import { arrivalRate, watermarkNote } from "./partition-facts.ts";
import styles from "./PartitionsPane.module.css";

const nothing = (): void => undefined;

interface PartitionRow extends PartitionStatus {
  /** Whether the record read last went here. */
  readonly isStep: boolean;
}

const isStep = (row: PartitionRow): boolean => row.isStep;

/** One row a partition: what it got, where its watermark stands, and what that means for the others. */
export function PartitionsPane(): ReactNode {
  const { engine } = usePlayground();
  const state = useRun((run) => run.state);
  const query = useRun((run) => run.query);
  const noun = useDocument(recordNoun);
  const clock = useClock();
  const partitions = state?.partitions;
  const columns = useMemo(
    () => (state === null ? [] : partitionColumns(state, noun, clock)),
    [state, noun, clock],
  );
  const step = stepOf(state);
  const pull = useCallback(
    async (from: number, to: number): Promise<readonly PartitionRow[]> => {
      const last = step === null || step === Infinity ? [] : await engine.records(step, step + 1);
      return (
        partitions?.slice(from, to).map((row) => ({ ...row, isStep: last[0]?.partition === row.id })) ?? []
      );
    },
    [engine, partitions, step],
  );
  const chosen = chosenPartition(useChosen());

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
        stamp={viewStamp(state)}
        pull={pull}
        isStep={isStep}
        following={null}
        onFollow={nothing}
        mark={({ id }) => (id === chosen ? "lit" : null)}
        note={({ id }) => (id === chosen ? "partition of what is chosen" : null)}
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
