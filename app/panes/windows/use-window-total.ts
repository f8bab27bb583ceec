import { useEffect, useRef, useState } from "react";
import type { RunState } from "../../../engine/client/types.ts";
import { onNextFrame } from "../../engine/next-frame.ts";
import { usePlayground } from "../../engine/playground-context.ts";
import { createPuller, type Puller } from "../../engine/puller.ts";
import { useRun } from "../../session/run-store.ts";

/** How many windows have or had state at the position that is shown; 0 for a query without windows. */
export function useWindowTotal(): number {
  const { engine } = usePlayground();
  const state = useRun((run) => run.state);
  const windowed = useRun(({ query }) => query?.windowed ?? false);
  const [total, setTotal] = useState(0);
  const puller = useRef<Puller<RunState | null> | null>(null);
  useEffect(() => {
    if (!windowed) return;
    const made = createPuller<RunState | null, number>(
      async () => (await engine.windows(0, 0)).total,
      (found) => onNextFrame(() => setTotal(found)),
    );
    puller.current = made;
    return () => made.stop();
  }, [engine, windowed]);
  useEffect(() => puller.current?.want(state), [state, windowed]);
  return windowed ? total : 0;
}
