import type { Column } from "../../ui/column.ts";
import { count } from "../../words/value.ts";
import { letterColumn } from "./letter-column.tsx";
import type { PartitionRow } from "./partition-row.ts";
import { QueueBar } from "./QueueBar.tsx";
import { throughputText, wallTime } from "./speed-facts.ts";

/** How a run's partitions go through the machine: what waits for their workers, and how fast they are. */
export function speedColumns(heldBy: number | null, noun: string): readonly Column<PartitionRow>[] {
  return [
    letterColumn(heldBy),
    {
      id: "worker",
      header: "worker",
      hint: "the threads that have its partition, or groups of it",
      align: "right",
      text: ({ workers }) => workers.join(", "),
    },
    {
      id: "queue",
      header: "queue",
      hint: `${noun}s that its worker was handed and has not answered, of those that it has room for`,
      extra: 80,
      widest: "32,768 of 32,768",
      text: ({ queue }) => (queue ? `${count(queue.depth)} of ${count(queue.capacity)}` : ""),
      render: ({ queue }) =>
        queue && (
          <>
            <QueueBar queue={queue} />
            {count(queue.depth)} of {count(queue.capacity)}
          </>
        ),
    },
    {
      id: "state",
      header: "state",
      hint: "warning from 70 % on, critical from 85 %, saturated from 95 %",
      widest: "saturated",
      text: ({ queue }) => queue?.state ?? "",
    },
    {
      id: "throttle",
      header: "throttle",
      hint: "how long the source waits for such a queue",
      align: "right",
      rank: 3,
      widest: "10.0 ms",
      text: ({ queue }) => (queue && queue.delay > 0 ? `${queue.delay} ms` : "none"),
    },
    {
      id: "peak",
      header: "peak",
      hint: "the deepest that the queue was",
      align: "right",
      rank: 2,
      text: ({ queue }) => (queue ? count(queue.peak) : ""),
    },
    {
      id: "throughput",
      header: `${noun}s`,
      hint: "a second of the time in which the engine worked",
      align: "right",
      text: ({ speed }) => throughputText(speed?.throughput ?? null),
    },
    ...(["p50", "p95", "p99"] as const).map((percentile): Column<PartitionRow> => ({
      id: percentile,
      header: percentile,
      hint: "from reading a record to the answer that holds its row",
      align: "right",
      rank: percentile === "p99" ? 1 : 4,
      text: ({ speed }) => wallTime(speed?.latency?.[percentile] ?? null),
    })),
  ];
}
