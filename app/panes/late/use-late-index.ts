import { useEffect, useState } from "react";
import { onNextFrame } from "../../engine/next-frame.ts";
import { usePlayground } from "../../engine/playground-context.ts";
import { lateIndexOf } from "./late-index.ts";

interface Found {
  readonly seq: number;
  readonly index: number;
}

/**
 * Where a chosen record stands in the table of late records; null while it is looked for, and where it is not there.
 * @param seq null: none is chosen. @param stamp changes with the rows.
 */
export function useLateIndex(seq: number | null, total: number, stamp: string): number | null {
  const { engine } = usePlayground();
  const [found, setFound] = useState<Found | null>(null);
  const known = found !== null && found.seq === seq && found.index >= 0 && found.index < total;
  useEffect(() => {
    if (seq === null || known) return;
    let current = true;
    lateIndexOf(engine, total, seq).then(
      (index) => onNextFrame(() => current && setFound({ seq, index })),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [engine, seq, total, stamp, known]);
  return known ? found.index : null;
}
