import { useEffect, useRef, useState } from "react";
import type { QuerySummary, RunState } from "../../../engine/client/types.ts";
import { onNextFrame } from "../../engine/next-frame.ts";
import { usePlayground } from "../../engine/playground-context.ts";
import { createPuller, type Puller } from "../../engine/puller.ts";
import type { Clock } from "../../words/clock.ts";
import { nextClosing } from "./next-closing.ts";

/** Windows that are looked through: those that are open are among the latest. */
const LATEST = 128;

interface Wish {
  readonly state: RunState | null;
  readonly query: QuerySummary | null;
  readonly clock: Clock;
}

/** What closes next in the partition that holds the watermark back; "" when that is not known. */
export function useNextClosing(state: RunState | null, query: QuerySummary | null, clock: Clock): string {
  const { engine } = usePlayground();
  const [text, setText] = useState("");
  const puller = useRef<Puller<Wish> | null>(null);
  useEffect(() => {
    const made = createPuller<Wish, string>(
      async (wish) =>
        wish.query?.windowed
          ? nextClosing(wish.state, wish.query, (await engine.windows(0, LATEST)).rows, wish.clock)
          : "",
      (found) => onNextFrame(() => setText(found)),
    );
    puller.current = made;
    return () => made.stop();
  }, [engine]);
  useEffect(() => puller.current?.want({ state, query, clock }), [state, query, clock]);
  return text;
}
