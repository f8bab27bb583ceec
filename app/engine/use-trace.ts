import { useEffect } from "react";
import { create } from "zustand";
import type { TraceMark, TraceTail } from "../../engine/client/types.ts";
import { useRun } from "../session/run-store.ts";
import { onNextFrame } from "./next-frame.ts";
import { usePlayground } from "./playground-context.ts";
import { createPuller } from "./puller.ts";
import { MIRROR_CAPACITY, TraceMirror } from "./trace-mirror.ts";

export interface Trace {
  readonly mirror: TraceMirror;
  readonly revision: number;
}

/** The page's only copy; panes read it and never change it. */
export const mirror: TraceMirror = new TraceMirror();
const useSnapshot = create((): Trace => ({ mirror, revision: 0 }));

/** The trace as far as the page has it: another object whenever the mirror has changed, which stays the same one. */
export function useTrace(): Trace {
  return useSnapshot();
}

/** Keeps the copy up to date. Called once, for the life of the page; while nothing is new it does nothing. */
export function usePulledTrace(): void {
  const { engine } = usePlayground();
  useEffect(() => {
    const tell = (): void => useSnapshot.setState({ revision: mirror.revision });
    const puller = createPuller<TraceMark, TraceTail | null>(
      (mark) => engine.trace(mark),
      (tail, asked) => {
        if (tail === null) return;
        const changed = mirror.take(tail, asked);
        if (changed) onNextFrame(tell);
        // Tables come in pieces, one perhaps behind another: all is here when nothing comes.
        if (changed || wantsMore()) puller.want(wantedMark());
      },
    );
    let told = "";
    const look = (): void => {
      const { state } = useRun.getState();
      if (state === null || state.phase === "empty" || state.phase === "loading") return;
      if (!state.traced) {
        // Nothing of the run before it is true of this one.
        if (mirror.known === mirror.first) return;
        mirror.restartAt(0);
        onNextFrame(tell);
        return;
      }
      if (state.run === mirror.run && state.position < mirror.first)
        mirror.restartAt(Math.max(0, state.position - MIRROR_CAPACITY / 2));
      const tells = `${state.run} ${state.known} ${state.phase === "finished"}`;
      if (tells === told && !wantsMore()) return;
      told = tells;
      puller.want(wantedMark());
    };
    look();
    const unsubscribe = useRun.subscribe(look);
    return () => {
      unsubscribe();
      puller.stop();
    };
  }, [engine]);
}

/** Moves and windows are always wanted; records only as far as the copy has room for them around the position. */
function wantedMark(): TraceMark {
  const { state } = useRun.getState();
  const isFull = state !== null && state.run === mirror.run && !mirror.lacks(state.known, state.position);
  return isFull ? { ...mirror.mark, records: Infinity } : mirror.mark;
}

function wantsMore(): boolean {
  const { state } = useRun.getState();
  return state !== null && state.run === mirror.run && mirror.lacks(state.known, state.position);
}
