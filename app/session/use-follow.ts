import { useState } from "react";
import { useRun } from "./run-store.ts";

interface Follow {
  readonly following: boolean;
  readonly setFollowing: (following: boolean) => void;
}

/** Whether a table keeps up with the newest row; every new run starts by following. */
export function useFollow(): Follow {
  const run = useRun(({ state }) => state?.run ?? 0);
  const [left, setLeft] = useState<number | null>(null);
  return { following: left !== run, setFollowing: (following) => setLeft(following ? null : run) };
}
