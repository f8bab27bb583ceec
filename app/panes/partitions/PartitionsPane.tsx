import { useCallback, useMemo, type ReactNode } from "react";
import type { PartitionStatus } from "../../../engine/client/types.ts";
import { usePlayground } from "../../engine/playground-context.ts";
import { recordNoun, useDocument } from "../../session/document-store.ts";
import { useRun } from "../../session/run-store.ts";
import { useChosen } from "../../session/use-chosen.ts";
import { useClock } from "../../session/use-clock.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { PaneTools } from "../PaneBars.tsx";
import { stepOf } from "../step-of.ts";
import { viewStamp } from "../view-stamp.ts";
import { chosenPartition } from "./chosen-partition.ts";
import { partitionColumns } from "./partition-columns.tsx";

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
    () => (state === null || query === null ? [] : partitionColumns(state, query, noun, clock)),
    [state, query, noun, clock],
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
        key={columns.map(({ id }) => id).join()}
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
