import { useEffect, useMemo, useState } from "react";
import type { WindowName } from "../../../engine/client/types.ts";
import { usePlayground } from "../../engine/playground-context.ts";
import { onNextFrame } from "../../engine/next-frame.ts";
import { sameWindow } from "../../session/selection-store.ts";

/** Windows, the latest first, among which one is looked for. */
const SEARCHED = 2_000;

/** Where a window stands in the table; null when it is not found. @param choice of the selection. @param total of windows. */
export function useWindowIndex(
  wanted: WindowName | undefined,
  choice: number,
  total: number,
): { readonly index: number; readonly choice: number } | null {
  const { engine } = usePlayground();
  const [found, setFound] = useState<{ readonly index: number; readonly choice: number } | null>(null);
  const open = wanted !== undefined && total > 0 && found?.choice !== choice;
  useEffect(() => {
    if (!open) return;
    let current = true;
    void engine.windows(0, SEARCHED).then(
      ({ rows }) => {
        const index = rows.findIndex((window) => sameWindow(window, wanted));
        onNextFrame(() => current && setFound({ index, choice }));
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [engine, wanted, choice, open]);
  return useMemo(() => (found !== null && found.choice === choice ? found : null), [found, choice]);
}
