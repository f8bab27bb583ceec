import { useEffect, useRef, useState } from "react";
import type { Timeline } from "../../engine/client/types.ts";
import { useRun } from "../session/run-store.ts";
import { onNextFrame } from "./next-frame.ts";
import { usePlayground } from "./playground-context.ts";
import { createPuller, type Puller } from "./puller.ts";

/** ms between two looks. */
const PACE = 250;

/** What the scrubber marks of the present run, as far as it is known; null while nothing is. */
export function useMarks(): Timeline | null {
  const { engine } = usePlayground();
  const run = useRun(({ state }) => state?.run ?? 0);
  const known = useRun(({ state }) => state?.known ?? 0);
  const [marks, setMarks] = useState<Timeline | null>(null);
  const puller = useRef<Puller<number> | null>(null);

  useEffect(() => {
    let pause: Promise<unknown> = Promise.resolve();
    const made = createPuller<number, Timeline | null>(
      async () => {
        await pause;
        pause = new Promise((resolve) => setTimeout(resolve, PACE));
        return engine.timeline();
      },
      (timeline) => onNextFrame(() => setMarks(timeline)),
    );
    puller.current = made;
    return () => made.stop();
  }, [engine]);

  useEffect(() => puller.current?.want(known), [known, run]);
  return marks?.run === run ? marks : null;
}
