import { useEffect, useMemo, useState } from "react";
import { usePlayground } from "../../engine/playground-context.ts";
import { onNextFrame } from "../../engine/next-frame.ts";
import { useSelection } from "../../session/selection-store.ts";
import { isSame } from "./window-marks.ts";

/** Windows, the latest first, among which a chosen one is looked for. */
const SEARCHED = 2_000;

/** Where the chosen window stands in the table; null when none is chosen, or it is not found. @param total of windows. */
export function useChosenWindow(total: number): { readonly index: number; readonly choice: number } | null {
  const { engine } = usePlayground();
  const target = useSelection((selection) => selection.target);
  const choice = useSelection((selection) => selection.choice);
  const [found, setFound] = useState<{ readonly index: number; readonly choice: number } | null>(null);
  const known = total > 0;
  useEffect(() => {
    if (target?.kind !== "window" || !known) return;
    let current = true;
    void engine.windows(0, SEARCHED).then(
      ({ rows }) => {
        const index = rows.findIndex((window) => isSame(window, target));
        onNextFrame(() => current && setFound({ index, choice }));
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [engine, target, choice, known]);
  return useMemo(() => (found !== null && found.choice === choice ? found : null), [found, choice]);
}
