import { useEffect, useRef } from "react";
import { usePlayground } from "../../engine/playground-context.ts";
import { useRun } from "../../session/run-store.ts";
import { selectRecord, useSelection } from "../../session/selection-store.ts";
import { firstDropOf } from "./late-index.ts";

/**
 * Chooses the first drop for a visitor who looks at late records and has chosen nothing, so that its story is told.
 * Once a run, and not while the replay goes on: what the visitor closes stays closed.
 */
export function useFirstDrop(dropped: number, total: number): void {
  const { engine } = usePlayground();
  const run = useRun(({ state }) => state?.run ?? null);
  const playing = useRun(({ state }) => state?.phase === "playing");
  const shownIn = useRef<number | null>(null);
  useEffect(() => {
    if (dropped === 0 || playing || run === null || shownIn.current === run) return;
    let current = true;
    firstDropOf(engine, total).then(
      (seq) => {
        if (!current) return;
        shownIn.current = run;
        if (seq !== null && useSelection.getState().target === null) selectRecord(seq);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [engine, run, playing, dropped, total]);
}
