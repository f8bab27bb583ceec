import { useEffect, useState } from "react";
import type { KeepAll } from "../../../engine/client/types.ts";
import { onNextFrame } from "../../engine/next-frame.ts";
import { usePlayground } from "../../engine/playground-context.ts";
import { createPuller } from "../../engine/puller.ts";
import { useRun } from "../../session/run-store.ts";

/** ms between two questions while the replay goes on: each makes the engine run the records read so far again. */
const PACE = 500;

/** What would drop none of the records read so far; null while nothing was dropped, and until it is known. */
export function useKeepAll(): KeepAll | null {
  const { engine } = usePlayground();
  const [found, setFound] = useState<{ readonly run: number; readonly keepAll: KeepAll | null } | null>(null);
  const run = useRun(({ state }) => state?.run ?? 0);
  const dropped = useRun(({ state }) => (state ? state.ledger.late + state.ledger.expired : 0));
  useEffect(() => {
    let last = -PACE;
    const puller = createPuller<number, KeepAll | null>(
      async () => {
        if (useRun.getState().state?.phase === "playing")
          await new Promise((resolve) => setTimeout(resolve, last + PACE - performance.now()));
        last = performance.now();
        return engine.keepAll();
      },
      (keepAll, of) => onNextFrame(() => setFound({ run: of, keepAll })),
    );
    const ask = (): void => {
      const { state } = useRun.getState();
      if (state && state.ledger.late + state.ledger.expired > 0) puller.want(state.run);
    };
    ask();
    const end = useRun.subscribe(({ state: now }, { state: before }) => {
      if (now?.run !== before?.run || now?.position !== before?.position || now?.phase !== before?.phase)
        ask();
    });
    return () => {
      end();
      puller.stop();
    };
  }, [engine]);
  return dropped > 0 && found?.run === run ? found.keepAll : null;
}
