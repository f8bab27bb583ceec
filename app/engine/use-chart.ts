import { startTransition, useEffect, useRef, useState } from "react";
import type { ChartData, RecordRow } from "../../engine/client/types.ts";
import { onNextFrame } from "./next-frame.ts";
import { usePlayground } from "./playground-context.ts";
import { createPuller, type Puller } from "./puller.ts";

/** ms between two drawings: a chart costs more than a table, ten a second look alive, and it gives way to the rest. */
const PACE = 100;

/** Longest log whose records a chart can show one by one. */
const MOST_RECORDS = 120;

export interface ChartView extends ChartData {
  /** All records of a small log, arrived or not; none of a long one. */
  readonly records: readonly RecordRow[];
}

/**
 * The newest points and bars, at most ten times a second.
 * @param stamp changes whenever they may have changed. @param length records in the log, null while unknown.
 * @param column null: the first aggregate.
 */
export function useChart(
  stamp: string,
  length: number | null,
  column: string | null,
  maxLines: number,
): ChartView | null {
  const { engine } = usePlayground();
  const [data, setData] = useState<ChartView | null>(null);
  const puller = useRef<Puller<string> | null>(null);

  useEffect(() => {
    let last = -PACE;
    const made = createPuller<string, ChartView>(
      async () => {
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, last + PACE - performance.now())));
        last = performance.now();
        const few = length !== null && length <= MOST_RECORDS;
        const [chart, records] = await Promise.all([
          engine.chart(column, maxLines),
          few ? engine.records(0, length) : [],
        ]);
        return { ...chart, records };
      },
      (chart) => onNextFrame(() => startTransition(() => setData(chart))),
    );
    puller.current = made;
    return () => made.stop();
  }, [engine, length, column, maxLines]);

  useEffect(() => puller.current?.want(stamp), [stamp, length, column, maxLines]);
  return data;
}
