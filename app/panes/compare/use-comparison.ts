import { useEffect } from "react";
import type { Comparison, PresetName } from "../../../engine/client/types.ts";
import { usePlayground } from "../../engine/playground-context.ts";
import { useCompare } from "../../session/compare-store.ts";
import { useRun } from "../../session/run-store.ts";

/**
 * Asks the engine for the comparison at the position that is shown, whenever the run stands still, then for what makes the
 * differences. While it plays the last answer stays. @param other null: nothing is asked.
 */
export function useComparison(other: PresetName | null): void {
  const { engine } = usePlayground();
  const run = useRun(({ state }) => state?.run ?? 0);
  const position = useRun(({ state }) => state?.position ?? 0);
  const phase = useRun(({ state }) => state?.phase ?? "empty");
  /** A record may have ended the run: what came before it can be compared. */
  const still = phase === "paused" || phase === "finished" || phase === "failed";

  useEffect(() => {
    if (other === null || !still) return undefined;
    let wanted = true;
    const take = (comparison: Comparison | null, work: "explaining" | null): boolean => {
      if (!wanted || comparison === null) return false;
      useCompare.setState(({ answers }) => ({ comparison, work, answers: answers + 1 }));
      return true;
    };
    const ask = async (): Promise<void> => {
      useCompare.setState({ work: "comparing", fault: null });
      if (take(await engine.compare(other), "explaining")) take(await engine.explainComparison(), null);
    };
    ask().catch((error: unknown) => {
      if (wanted)
        useCompare.setState({ work: null, fault: error instanceof Error ? error.message : String(error) });
    });
    return () => {
      wanted = false;
      // An engine that is gone compares nothing.
      engine.stopComparing().catch(() => undefined);
      useCompare.setState({ work: null });
    };
  }, [engine, other, still, phase, run, position]);

  // Another run has other rows: what was found of the one before says nothing of it.
  useEffect(() => () => useCompare.setState({ comparison: null }), [run, other]);
}
