import { useEffect, useRef, useState } from "react";
import type { Engine } from "../../engine/client/types.ts";
import { useRun } from "../session/run-store.ts";
import { createArrivals } from "./arrivals.ts";
import { onNextFrame } from "./next-frame.ts";
import { usePlayground } from "./playground-context.ts";
import { createPuller, type Puller } from "./puller.ts";

/** Moments that the scrubber marks, ms of arrival. */
export interface Marks {
  readonly drops: readonly number[];
  readonly closings: readonly number[];
}

interface Wish {
  readonly late: number;
  readonly rows: number;
}

/** Beyond so many late records or rows single marks would run into one another. */
const MOST = 1500;
/** ms between two looks. */
const PACE = 250;
/** Marks of drops where the log is long: the bins of the late chart. */
const NO_MARKS: Marks = { drops: [], closings: [] };

/** Drops and closings so far: each of them while the log is small, bins of drops where it is large. */
export function useMarks(): Marks {
  const { engine } = usePlayground();
  const run = useRun(({ state }) => state?.run ?? 0);
  const rows = useRun(({ state }) => state?.rowsOut ?? 0);
  const late = useRun(({ state }) =>
    state ? state.ledger.late + state.ledger.expired + state.ledger.countedLate : 0,
  );
  const [marks, setMarks] = useState<{ readonly run: number; readonly marks: Marks }>({
    run: 0,
    marks: NO_MARKS,
  });
  const puller = useRef<Puller<Wish> | null>(null);

  useEffect(() => {
    const arrivals = createArrivals(engine);
    const made = createPuller<Wish, Marks>(
      async (wish) => {
        const found = {
          drops: await dropsOf(engine, wish.late),
          closings: await closingsOf(engine, wish.rows, arrivals),
        };
        await new Promise((resolve) => setTimeout(resolve, PACE));
        return found;
      },
      (found) => onNextFrame(() => setMarks({ run, marks: found })),
    );
    puller.current = made;
    return () => made.stop();
  }, [engine, run]);

  useEffect(() => puller.current?.want({ late, rows }), [late, rows, run]);
  return marks.run === run ? marks.marks : NO_MARKS;
}

async function dropsOf(engine: Engine, late: number): Promise<readonly number[]> {
  if (late === 0) return [];
  if (late > MOST) {
    const { bins, binWidth } = await engine.chart(null, 1);
    return bins.filter(({ dropped }) => dropped > 0).map(({ start }) => start + binWidth / 2);
  }
  const { rows } = await engine.late(0, late);
  return distinct(rows.filter(({ dropped }) => dropped !== null).map(({ arrival }) => arrival));
}

async function closingsOf(
  engine: Engine,
  rows: number,
  arrivals: ReturnType<typeof createArrivals>,
): Promise<readonly number[]> {
  if (rows === 0 || rows > MOST) return [];
  const causes = (await engine.changes(0, rows))
    .filter(({ reason, pane }) => reason === "watermark" && pane === "on-time")
    .map(({ cause }) => cause);
  const arrivalOf = await arrivals(causes);
  return distinct(causes.flatMap((cause) => arrivalOf(cause) ?? []));
}

function distinct(moments: readonly number[]): readonly number[] {
  return [...new Set(moments)];
}
