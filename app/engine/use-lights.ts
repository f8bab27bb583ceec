import { useEffect } from "react";
import type { Engine } from "../../engine/client/types.ts";
import { windowRecords } from "../map/window-records.ts";
import { type Lights, NO_LIGHTS, useLights } from "../session/lights-store.ts";
import { useRun } from "../session/run-store.ts";
import { lookedAt, type Target, useSelection } from "../session/selection-store.ts";
import { culpritOf } from "./blame.ts";
import { onNextFrame } from "./next-frame.ts";
import { usePlayground } from "./playground-context.ts";
import { createPuller } from "./puller.ts";
import { mirror } from "./use-trace.ts";

/** ms between two looks at the same thing while the replay goes on. */
const PACE = 100;

interface Wish {
  readonly target: Target;
  readonly read: number;
}

/** Keeps the lights to what is looked at, and to the position. Called once, for the life of the page. */
export function useLitSelection(): void {
  const { engine } = usePlayground();
  useEffect(() => {
    let asked: Target | null = null;
    let last = -PACE;
    const puller = createPuller<Wish, Lights>(
      async ({ target, read }) => {
        const playing = useRun.getState().state?.phase === "playing";
        if (playing) await new Promise((resolve) => setTimeout(resolve, last + PACE - performance.now()));
        last = performance.now();
        return lightsOf(engine, target, read);
      },
      (lights, { target }) => {
        if (target === asked) onNextFrame(() => target === asked && useLights.setState(lights));
      },
    );
    const look = (): void => {
      const target = lookedAt(useSelection.getState());
      const { state } = useRun.getState();
      if (target !== asked) {
        asked = target;
        useLights.setState({
          ...NO_LIGHTS,
          ...(target?.kind === "record" && { records: [target.seq] }),
          ...(target?.kind === "row" && { rows: [target.row] }),
          ...(target?.kind === "window" && { windows: [target] }),
        });
      }
      if (target !== null && state !== null) puller.want({ target, read: state.position });
    };
    look();
    const ends = [
      useSelection.subscribe((now, before) => lookedAt(now) !== lookedAt(before) && look()),
      useRun.subscribe(({ state: now }, { state: before }) => {
        if (now?.run !== before?.run || now?.position !== before?.position || now?.phase !== before?.phase)
          look();
      }),
    ];
    return () => {
      for (const end of ends) end();
      puller.stop();
    };
  }, [engine]);
}

async function lightsOf(engine: Engine, target: Target, read: number): Promise<Lights> {
  if (target.kind === "window")
    return { ...NO_LIGHTS, windows: [target], records: windowRecords(mirror, target, read) };
  if (target.kind === "row") {
    const lineage = await engine.lineage(target.row);
    if (lineage === null) return { ...NO_LIGHTS, rows: [target.row] };
    const { partition, start, end, key, records } = lineage;
    const windows =
      start === null || end === null ? [] : [{ partition, start, end, ...(key !== undefined && { key }) }];
    return { ...NO_LIGHTS, rows: [target.row], records, windows, lineage };
  }
  const [story, effects] = await Promise.all([engine.story(target.seq), engine.effects(target.seq)]);
  return {
    ...NO_LIGHTS,
    records: [target.seq],
    rows: effects?.rows ?? [],
    windows: effects?.windows ?? [],
    culprit: story && culpritOf(story),
    story,
  };
}
