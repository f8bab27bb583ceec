import { useEffect, useRef, useState } from "react";
import type { ChartData } from "../../engine/client/types.ts";
import { onNextFrame } from "./next-frame.ts";
import { usePlayground } from "./playground-context.ts";
import { createPuller, type Puller } from "./puller.ts";

/** ms between two drawings: a chart costs more than a table, and ten a second look alive. */
const PACE = 100;

/**
 * The newest points and bars, at most ten times a second.
 * @param stamp changes whenever they may have changed. @param column null: the first aggregate.
 */
export function useChart(stamp: string, column: string | null, maxLines: number): ChartData | null {
  const { engine } = usePlayground();
  const [data, setData] = useState<ChartData | null>(null);
  const puller = useRef<Puller<string> | null>(null);

  useEffect(() => {
    let last = -PACE;
    const made = createPuller<string, ChartData>(
      async () => {
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, last + PACE - performance.now())));
        last = performance.now();
        return engine.chart(column, maxLines);
      },
      (chart) => onNextFrame(() => setData(chart)),
    );
    puller.current = made;
    return () => made.stop();
  }, [engine, column, maxLines]);

  useEffect(() => puller.current?.want(stamp), [stamp, column, maxLines]);
  return data;
}
