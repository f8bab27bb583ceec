import { useCallback, useMemo, useState, type ReactNode } from "react";
import type { QuerySummary, RunState } from "../../../engine/client/types.ts";
import { usePlayground } from "../../engine/playground-context.ts";
import { recordNoun, useDocument } from "../../session/document-store.ts";
import { useRun } from "../../session/run-store.ts";
import { useChosen } from "../../session/use-chosen.ts";
import { useClock } from "../../session/use-clock.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { NeedsTrace } from "../NeedsTrace.tsx";
import { PaneFoot, PaneTools } from "../PaneBars.tsx";
import { stepOf } from "../step-of.ts";
import { viewStamp } from "../view-stamp.ts";
import { chosenPartition } from "./chosen-partition.ts";
import { idleWorkers, loadWarnings } from "./load-warnings.ts";
import { partitionColumns } from "./partition-columns.tsx";
import { partitionRows, type PartitionRow } from "./partition-row.ts";
import styles from "./PartitionsPane.module.css";
import { QueueLanes } from "./QueueLanes.tsx";
import { speedColumns } from "./speed-columns.tsx";
import { runSpeed } from "./speed-facts.ts";

const nothing = (): void => undefined;

const isStep = (row: PartitionRow): boolean => row.isStep;

type Shown = "records" | "speed" | "queues";

const SHOWN = [
  { id: "records", label: "Records" },
  { id: "speed", label: "Speed" },
  { id: "queues", label: "Queues" },
] as const;

/** One row a partition: what it got and where its watermark stands, how fast its worker is, or how its queue would fill. */
export function PartitionsPane(): ReactNode {
  const { engine } = usePlayground();
  const state = useRun((run) => run.state);
  const query = useRun((run) => run.query);
  const noun = useDocument(recordNoun);
  const clock = useClock();
  const [shown, setShown] = useState<Shown>("records");
  const columns = useMemo(() => {
    if (state === null || query === null) return [];
    return shown === "records"
      ? partitionColumns(state, query, noun, clock)
      : speedColumns(state.watermark?.heldBy ?? null, noun);
  }, [shown, state, query, noun, clock]);
  const step = stepOf(state);
  const pull = useCallback(
    async (from: number, to: number): Promise<readonly PartitionRow[]> => {
      if (state === null) return [];
      const last = step === null || step === Infinity ? [] : await engine.records(step, step + 1);
      return partitionRows(state, last[0]?.partition ?? null).slice(from, to);
    },
    [engine, state, step],
  );
  const chosen = chosenPartition(useChosen());
  const warnings = state && query ? loadWarnings(state, query, noun) : [];

  return (
    <>
      <PaneTools>
        {query && (
          <span title={query.strategyReason}>
            {query.strategy}
            {query.keys.length > 0 && ` of ${query.keys.join(", ")}`} over {query.partitions}; watermark per{" "}
            {query.watermarkScope}
          </span>
        )}
        <span className={styles.space} />
        <Segments label="What of partitions is shown" segments={SHOWN} selected={shown} onSelect={setShown} />
      </PaneTools>
      {warnings.map((warning) => (
        <p key={warning} className={styles.warning}>
          <Icon name="warning" />
          {warning}
        </p>
      ))}
      {shown === "queues" && state && query && <Queues state={state} query={query} noun={noun} />}
      {shown !== "queues" && (
        <DataTable
          key={columns.map(({ id }) => id).join()}
          label={shown === "records" ? "Partitions" : "Speed of partitions"}
          columns={columns}
          count={state?.partitions.length ?? 0}
          stamp={`${viewStamp(state)} ${state?.known} ${state?.metrics.busy}`}
          pull={pull}
          isStep={isStep}
          following={null}
          onFollow={nothing}
          mark={({ id }) => (id === chosen ? "lit" : null)}
          note={({ id }) => (id === chosen ? "partition of what is chosen" : null)}
          empty="Partitions appear once a query is loaded."
        />
      )}
      {state && query && shown !== "queues" && (
        <PaneFoot>{shown === "records" ? shares(state.skew) : <Speed noun={noun} />}</PaneFoot>
      )}
    </>
  );
}

interface QueuesProps {
  readonly state: RunState;
  readonly query: QuerySummary;
  readonly noun: string;
}

function Queues({ state, query, noun }: QueuesProps): ReactNode {
  if (!state.traced) return <NeedsTrace>Which partition each {noun} went to, and when, is known</NeedsTrace>;
  return <QueueLanes state={state} query={query} noun={noun} />;
}

function shares(skew: number | null): string {
  if (skew === null) return "No record has reached a partition yet.";
  return skew === 1
    ? "skew 1.0: all partitions have the same"
    : `skew ${skew.toFixed(1)}: the fullest partition has ${skew.toFixed(1)} times the mean`;
}

/** How the engine worked, whatever of it is shown. */
function Speed({ noun }: { readonly noun: string }): ReactNode {
  const state = useRun((run) => run.state);
  const query = useRun((run) => run.query);
  if (state === null || query === null) return null;
  const facts = runSpeed(state.metrics, state.known, noun);
  const idle = idleWorkers(state, query);
  return (
    <>
      {facts.length === 0 ? "Nothing was read yet." : facts.join(" · ")}
      {idle !== null && ` · ${idle}`}
    </>
  );
}
