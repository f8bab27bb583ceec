import { lazy, Suspense, useDeferredValue, useMemo, useState, type ReactNode } from "react";
import type { ChartLine, QuerySummary, RecordRow } from "../../../engine/client/types.ts";
import { useChart } from "../../engine/use-chart.ts";
import { recordNoun, useDocument } from "../../session/document-store.ts";
import { useRun, useTraced } from "../../session/run-store.ts";
import { useClock } from "../../session/use-clock.ts";
import { Boundary } from "../../ui/Boundary.tsx";
import { Button } from "../../ui/Button.tsx";
import { VerdictGlyph } from "../../ui/Glyphs.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { usePhone } from "../../ui/use-media.ts";
import { setting } from "../../words/clock.ts";
import { nextRowSentence } from "../../words/sentences.ts";
import { PaneHeader } from "../PaneHeader.tsx";
import { PreviousQuery } from "../PreviousQuery.tsx";
import { BinsTable, PointsTable } from "./ChartTables.tsx";
import styles from "./ChartsPane.module.css";
import { MarkGlyph } from "./MarkGlyph.tsx";
import { busiestKey, keysOf, outputSeries } from "./output-series.ts";
import { joinBins, type Domain } from "./scale.ts";

const OutputPlot = lazy(() => import("./OutputPlot.tsx"));
const LatePlot = lazy(() => import("./LatePlot.tsx"));

/** Lines asked for: newest windows of all keys together. */
const MOST_LINES = 48;
const MOST_BARS = 20;
const NO_LINES: readonly ChartLine[] = [];
const NO_RECORDS: readonly RecordRow[] = [];

/** What came out over the time of arrival, and beside it what came too late. */
export function ChartsPane(): ReactNode {
  const state = useRun((run) => run.state);
  const query = useRun((run) => run.query);
  const noun = useDocument(recordNoun);
  const clock = useClock();
  const [chosenColumn, setChosenColumn] = useState<string | null>(null);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const [asTable, setAsTable] = useState(false);
  const column = query?.output.some(({ name }) => name === chosenColumn)
    ? chosenColumn
    : tellingColumn(query);
  const chart = useChart(
    `${state?.run} ${state?.position} ${state?.rowsOut}`,
    state?.length ?? null,
    column,
    MOST_LINES,
  );

  const lines = chart?.lines ?? NO_LINES;
  const keys = useMemo(() => keysOf(lines), [lines]);
  const [held, setHeld] = useState("");
  const key = chosenKey !== null && keys.includes(chosenKey) ? chosenKey : busiestKey(lines, held);
  if (key !== held) setHeld(key);
  /** Drawing takes longer than all else on the page: it follows the clock when there is time, and holds nothing up. */
  const now = useDeferredValue(state?.arrival ?? null);
  const series = useMemo(() => query && outputSeries(lines, key, now, query), [lines, key, now, query]);
  const first = state?.firstArrival ?? null;
  const last = state?.lastArrival ?? now;
  const length = (last ?? 0) - (first ?? 0);
  const late = useMemo(
    () => chart && joinBins(chart.bins, chart.binWidth, length, MOST_BARS),
    [chart, length],
  );
  const domain = useMemo(() => timeDomain(first, last), [first, last]);
  const field = query?.output[chart?.index ?? -1] ?? null;
  const traced = useTraced();
  const phone = usePhone();
  const legend = <Legend windowed={query?.windowed ?? true} />;
  const noNumber = chart !== null && chart.column === "" && (state?.rowsOut ?? 0) > 0;
  /** The engine was asked, and has not answered. */
  const waiting = chart === null && (state?.rowsOut ?? 0) > 0;
  const empty = noNumber
    ? "No column of the result is a number: there is nothing to draw."
    : waiting
      ? ""
      : nextRowSentence(state, query, noun, clock);

  return (
    <section className="pane" aria-labelledby="charts-title">
      <PaneHeader
        id="charts-title"
        title="Charts"
        actions={
          <>
            {!phone && legend}
            <Button
              small
              icon={asTable ? "chart" : "table"}
              aria-label={asTable ? "Show as charts" : "Show as tables"}
              onClick={() => setAsTable(!asTable)}
            />
          </>
        }
      >
        <PreviousQuery />
      </PaneHeader>
      {phone && legend}
      <div className={styles.charts}>
        <div className={styles.chart}>
          <div className={styles.title}>
            {chart && chart.columns.length > 1 ? (
              <Menu
                small
                label={`Column: ${chart.column}`}
                items={chart.columns.map((name) => ({
                  id: name,
                  label: name,
                  checked: name === chart.column,
                  onSelect: () => setChosenColumn(name),
                }))}
              >
                <b>{chart.column}</b>
              </Menu>
            ) : (
              <h3>{chart?.column || "output"}</h3>
            )}
            <span className={styles.what}>{query && lineText(query, lines)}</span>
            {keys.length > 1 && (
              <>
                <Menu
                  small
                  kind="hairline"
                  label={`Highlighted: ${key}`}
                  items={keys.map((one) => ({
                    id: one,
                    label: one,
                    checked: one === key,
                    onSelect: () => setChosenKey(one),
                  }))}
                >
                  {key}
                </Menu>
                <span className={styles.what}>others grey</span>
              </>
            )}
          </div>
          {asTable ? (
            <PointsTable lines={lines} field={field} clock={clock} empty={empty} />
          ) : (
            <Plot>
              {query && series && (
                <OutputPlot
                  series={series}
                  query={query}
                  field={field}
                  highlighted={key}
                  records={chart?.records ?? NO_RECORDS}
                  domain={domain}
                  now={now}
                  clock={clock}
                  empty={lines.length === 0 ? empty : null}
                />
              )}
            </Plot>
          )}
        </div>
        <div className={styles.chart}>
          <div className={styles.title}>
            <h3>
              {traced ? "late" : "dropped"} {noun}s
            </h3>
            {late && <span className={styles.per}>per {setting(late.width)} of arrival</span>}
            {!traced && (
              <span className={styles.what}>those counted late are known from the trace, which is off</span>
            )}
          </div>
          {asTable ? (
            <BinsTable bins={late?.bins ?? []} clock={clock} noun={noun} traced={traced} />
          ) : (
            <Plot>
              {late && (
                <LatePlot
                  bins={late.bins}
                  binWidth={late.width}
                  records={chart?.records ?? NO_RECORDS}
                  domain={domain}
                  now={now}
                  clock={clock}
                  noun={noun}
                  traced={traced}
                />
              )}
            </Plot>
          )}
        </div>
      </div>
    </section>
  );
}

/** The charts come when they are wanted; where they cannot be loaded, their tables still can be shown. */
function Plot({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Boundary
      fallback={<p className={styles.failed}>The chart cannot be drawn; its table is at the upper right.</p>}
    >
      <Suspense fallback={<div className={styles.waiting} />}>{children}</Suspense>
    </Boundary>
  );
}

function Legend({ windowed }: { readonly windowed: boolean }): ReactNode {
  return (
    <div className={styles.legend}>
      {windowed &&
        (["early", "on-time", "late"] as const).map((pane) => (
          <span key={pane}>
            <MarkGlyph pane={pane} />
            {pane}
          </span>
        ))}
      <span className={styles.bars}>
        <i className={styles.solid} />
        counted late
      </span>
      <span>
        <VerdictGlyph verdict="dropped" />
        dropped
      </span>
    </div>
  );
}

/** The engine draws a line a window while they are few, and a line a key when there are many. */
function lineText({ windowed, emission, keys }: QuerySummary, lines: readonly ChartLine[]): string {
  const folded = lines.length > 0 && lines.every(({ windowStart }) => windowStart === null);
  const each = windowed && emission !== "final" && !folded ? "one line per window" : "one line per key";
  return keys.length === 0 && !windowed ? "by arrival" : `by arrival, ${each}`;
}

/** The first aggregate with a scale, since a sum tells more than a count; null leaves the choice to the engine. */
function tellingColumn(query: QuerySummary | null): string | null {
  const index =
    query?.output.findIndex(
      ({ type }, at) =>
        query.roles[at] === "aggregate" && (type.kind === "DECIMAL" || type.kind === "DOUBLE"),
    ) ?? -1;
  return query?.output[index]?.name ?? null;
}

/** The whole log, with a little to spare. */
function timeDomain(first: number | null, last: number | null): Domain {
  if (first === null || last === null) return { low: 0, high: 1000 };
  const length = Math.max(1, last - first);
  const low = first >= 0 && first < length * 0.2 ? 0 : first - length * 0.02;
  return { low, high: last + length * 0.04 };
}
