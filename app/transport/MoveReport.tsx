import type { ReactNode } from "react";
import { useMoves } from "../session/moves-store.ts";
import { useRun } from "../session/run-store.ts";
import { useClock } from "../session/use-clock.ts";
import { positionText } from "./position-text.ts";

/** Says to screen readers where a step or jump came to, or that there was nothing to move to. */
export function MoveReport(): ReactNode {
  const { notice, made } = useMoves();
  const state = useRun((run) => run.state);
  const clock = useClock();
  const where = made === 0 || state?.phase === "playing" ? "" : positionText(state, clock);
  return <output className="unseen">{notice ?? where}</output>;
}
