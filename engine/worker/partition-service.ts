import type { Column } from "../data/column.ts";
import { KeyTable } from "../data/key-table.ts";
import { groupKeysOf, type PhysicalPlan } from "../plan/physical-plan.ts";
import type { HostShare } from "../runtime/assign-hosts.ts";
import { type HostOutput, PartitionHost } from "../runtime/partition-host.ts";
import { detach } from "../runtime/output-batch.ts";
import { ColumnReceiver, ColumnSender } from "./column-wire.ts";
import { packLate } from "./late-wire.ts";
import {
  arraysOf,
  type FromPartitions,
  type Port,
  type ToPartitions,
  transferables,
  type WireBatch,
  type WireHostOutput,
} from "./protocol.ts";

/** One query on a partition worker. */
class HostedQuery {
  readonly #host: PartitionHost;
  readonly #keys: KeyTable;
  readonly #receiver = new ColumnReceiver();
  readonly #sender = new ColumnSender();

  constructor(plan: PhysicalPlan, { own, lane }: HostShare, traced: boolean) {
    const keys = groupKeysOf(plan.query);
    this.#keys = new KeyTable(keys.map((key) => key.type));
    this.#host = new PartitionHost(plan, own, this.#keys, traced, lane);
  }

  process(batch: WireBatch): WireHostOutput {
    const columns = batch.columns.map((column) => column && this.#receiver.receive(column));
    const newKeys = batch.newKeys.map((column) => this.#receiver.receive(column));
    this.#keys.append(newKeys, 0, batch.newKeyCount);
    return this.#wire(this.#host.process(batch, columns as Column[]));
  }

  finish(): WireHostOutput {
    return this.#wire(this.#host.finish());
  }

  /** Outputs share arrays with the pipelines, so copies of them are given away. */
  #wire(output: HostOutput): WireHostOutput {
    return {
      outputs: output.outputs.map(detach).map((batch) => ({
        ...batch,
        columns: batch.columns.map((column) => this.#sender.send(column, batch.length, (array) => array)),
      })),
      late: packLate(output.late),
      warnings: output.warnings,
      verdicts: output.verdicts,
      partitionOf: output.partitionOf,
      trace: output.trace,
      counts: output.counts,
    };
  }
}

/** Serves queries on a port: what a partition worker does. A query that fails says so; the worker lives on. */
export function servePartitions(port: Port): void {
  const queries = new Map<number, HostedQuery>();
  port.onmessage = (event) => {
    const message = event.data as ToPartitions;
    try {
      const answer = handle(queries, message);
      if (answer) port.postMessage(answer, outputBuffers(answer));
    } catch (error) {
      const failed: FromPartitions = {
        kind: "failed",
        query: message.query,
        message: error instanceof Error ? error.message : String(error),
      };
      port.postMessage(failed);
    }
  };
}

function handle(queries: Map<number, HostedQuery>, message: ToPartitions): FromPartitions | null {
  const { query } = message;
  switch (message.kind) {
    case "start":
      queries.set(query, new HostedQuery(message.plan, message.share, message.traced));
      return null;
    case "stop":
      queries.delete(query);
      return null;
    case "batch": {
      const output = queries.get(query)?.process(message.batch);
      return output ? { kind: "output", query, output } : null;
    }
    case "finish": {
      const output = queries.get(query)?.finish();
      return output ? { kind: "output", query, output } : null;
    }
  }
}

function outputBuffers(answer: FromPartitions): Transferable[] {
  if (answer.kind === "failed") return [];
  const { outputs, late, verdicts, partitionOf, trace } = answer.output;
  return transferables([
    late,
    verdicts,
    partitionOf,
    ...(trace ? [...Object.values(trace.steps), ...Object.values(trace.windows)] : []),
    ...outputs.flatMap((batch) => [
      batch.cause,
      batch.kind,
      batch.pane,
      batch.reason,
      batch.watermark,
      batch.windowStart,
      batch.windowEnd,
      batch.first,
      batch.key,
      ...arraysOf(batch.columns),
    ]),
  ]);
}
