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
  /** Where drops are too many to be marked one by one: how many in which span of time. */
  readonly dropBins: readonly DropBin[];
  readonly closings: readonly number[];
}

export interface DropBin {
  readonly start: number;
  readonly end: number;
  readonly dropped: number;
}

interface Wish {
  readonly dropped: number;
  readonly late: number;
  readonly rows: number;
}

/** Beyond so many drops or rows single marks would run into one another. */
const MOST_DROPS = 40;
const MOST_ROWS = 1500;
/** ms between two looks. */
const PACE = 250;
const NO_MARKS: Marks = { drops: [], dropBins: [], closings: [] };

/** Drops and closings so far: one by one while they are few, drops by bins where they are many. */
export function useMarks(): Marks {
  const { engine } = usePlayground();
  const run = useRun(({ state }) => state?.run ?? 0);
  const rows = useRun(({ state }) => state?.rowsOut ?? 0);
  const dropped = useRun(({ state }) => (state ? state.ledger.late + state.ledger.expired : 0));
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
          ...NO_MARKS,
          ...(await dropsOf(engine, wish)),
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

  useEffect(() => puller.current?.want({ dropped, late, rows }), [dropped, late, rows, run]);
  return marks.run === run ? marks.marks : NO_MARKS;
}

async function dropsOf(engine: Engine, { dropped, late }: Wish): Promise<Partial<Marks>> {
  if (dropped === 0) return {};
  if (dropped > MOST_DROPS) {
    const { bins, binWidth } = await engine.chart(null, 1);
    const dropBins = bins.map(({ start, dropped: n }) => ({ start, end: start + binWidth, dropped: n }));
    return { dropBins: dropBins.filter((bin) => bin.dropped > 0) };
  }
  const { rows } = await engine.late(0, late);
  return { drops: distinct(rows.filter((row) => row.dropped !== null).map(({ arrival }) => arrival)) };
}

async function closingsOf(
  engine: Engine,
  rows: number,
  arrivals: ReturnType<typeof createArrivals>,
): Promise<readonly number[]> {
  if (rows === 0 || rows > MOST_ROWS) return [];
  const causes = (await engine.changes(0, rows))
    .filter(({ reason, pane }) => reason === "watermark" && pane === "on-time")
    .map(({ cause }) => cause);
  const arrivalOf = await arrivals(causes);
  return distinct(causes.flatMap((cause) => arrivalOf(cause) ?? []));
}

function distinct(moments: readonly number[]): readonly number[] {
  return [...new Set(moments)];
}
