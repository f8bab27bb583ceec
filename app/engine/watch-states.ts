import type { Engine, RunState } from "../../engine/client/types.ts";
import { useRun } from "../session/run-store.ts";
import { onNextFrame } from "./next-frame.ts";

/** The states of the engine as they come, before the page shows them. */
export interface States {
  readonly newest: () => RunState | null;
  /** Resolves when a state is as wanted: at once, at a later one, or after `PATIENCE`. */
  readonly until: (wanted: (state: RunState) => boolean) => Promise<void>;
}

/** ms of standing still after which nothing is waited for any more: an engine that failed may never be there. */
const PATIENCE = 1_000;

/** Keeps the newest state only, and puts it on the page once a frame; what the visitor waits for, at once. */
export function watchStates(engine: Engine): States {
  let newest = useRun.getState().state;
  const waiting = new Map<(state: RunState) => boolean, () => void>();
  const show = (): void => useRun.setState({ state: newest });

  engine.subscribe((state) => {
    const isWish = state.phase !== newest?.phase || state.phase !== "playing";
    newest = state;
    if (isWish) show();
    else onNextFrame(show);
    for (const [wanted, resolve] of waiting) if (wanted(state)) resolve();
  });

  return {
    newest: () => newest,
    async until(wanted) {
      if (newest !== null && wanted(newest)) return;
      await new Promise<void>((resolve) => {
        const timer = setInterval(() => {
          if (newest?.phase !== "playing") end();
        }, PATIENCE);
        const end = (): void => {
          clearInterval(timer);
          resolve();
        };
        waiting.set(wanted, end);
      });
      waiting.delete(wanted);
    },
  };
}
