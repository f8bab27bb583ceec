import { useState } from "react";
import { useRun } from "./run-store.ts";

interface Follow {
  readonly following: boolean;
  readonly setFollowing: (following: boolean) => void;
}

/**
 * Whether a table keeps up with the newest row; every new run starts by following.
 * @param choice of the selection; null when nothing is chosen.
 * @param holds whether the table has something to show of that choice: it then stays there until the visitor goes back.
 */
export function useFollow(choice: number | null = null, holds = false): Follow {
  const run = useRun(({ state }) => state?.run ?? 0);
  const [left, setLeft] = useState<number | null>(null);
  const [held, setHeld] = useState<number | null>(null);
  /** The choice after which the visitor went back to the newest row. */
  const [returned, setReturned] = useState<number | null>(null);
  if (holds && held !== choice) setHeld(choice);
  const isHeld = choice !== null && (holds || held === choice) && returned !== choice;
  return {
    following: left !== run && !isHeld,
    setFollowing: (following) => {
      setLeft(following ? null : run);
      if (following) setReturned(choice);
    },
  };
}
