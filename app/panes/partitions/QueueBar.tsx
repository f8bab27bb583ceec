import type { ReactNode } from "react";
import type { QueueMetrics } from "../../../engine/client/types.ts";
import styles from "./QueueBar.module.css";

/** How full a queue is, over the bands at 70, 85 and 95 %, and how full it was at most. Its numbers stand beside it. */
export function QueueBar({ queue }: { readonly queue: QueueMetrics }): ReactNode {
  const peak = queue.capacity > 0 ? Math.min(1, queue.peak / queue.capacity) : 0;
  return (
    <span className={styles.bar} aria-hidden="true">
      <span className={styles.warning} />
      <span className={styles.critical} />
      <span className={styles.saturated} />
      <span className={styles.fill} style={{ width: `${100 * queue.utilization}%` }} />
      {peak > 0 && <span className={styles.peak} style={{ left: `calc(${100 * peak}% - 1px)` }} />}
    </span>
  );
}
