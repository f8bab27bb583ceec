import { useState } from "react";
import { useRun } from "./run-store.ts";

interface Follow {
  readonly following: boolean;
  readonly setFollowing: (following: boolean) => void;
}

/**
 * Whether a table keeps up with the newest row; every new run starts by following.
 * @param choice of the selection whose rows the table shows instead, until the visitor goes back; null: of none.
 */
export function useFollow(choice: number | null = null): Follow {
  const run = useRun(({ state }) => state?.run ?? 0);
  const [left, setLeft] = useState<number | null>(null);
  /** The choice after which the visitor went back to the newest row. */
  const [returned, setReturned] = useState<number | null>(null);
  return {
    following: left !== run && (choice === null || choice === returned),
    setFollowing: (following) => {
      setLeft(following ? null : run);
      if (following) setReturned(choice);
    },
  };
}
