import { memo, useRef, type ReactNode } from "react";
import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from "recharts";
import type { Field, QuerySummary, RecordRow } from "../../../engine/client/types.ts";
import { useSize } from "../../ui/use-size.ts";
import type { Clock } from "../../words/clock.ts";
import { labelOf, labelSize } from "./end-label.ts";
import { EndLabels } from "./EndLabels.tsx";
import { Mark } from "./MarkGlyph.tsx";
import type { OutputSeries, SeriesPoint } from "./output-series.ts";
import styles from "./Plot.module.css";
import { LANE, RecordLane } from "./RecordLane.tsx";
import { timeTicks, valueDomain, valueTicks, wholeTicks, type Domain } from "./scale.ts";
import { axisNumber, valueText } from "./value-text.ts";

/** Marks are drawn while they can be told apart. */
const MOST_MARKS = 160;

/** px right of the plot: half a label of the time axis. */
const EDGE = 26;
const nothing = (): string => "";
const NO_MARKS: readonly SeriesPoint[] = [];

interface OutputPlotProps {
  readonly series: OutputSeries;
  readonly query: QuerySummary;
  readonly field: Field | null;
  readonly highlighted: string;
  /** All records of a small log, or none. */
  readonly records: readonly RecordRow[];
  readonly domain: Domain;
  readonly now: number | null;
  readonly clock: Clock;
  /** What to say where there is nothing to draw. */
  readonly empty: string | null;
}

/** The rows that came out, by the arrival of the record that caused them. */
function OutputPlot(props: OutputPlotProps): ReactNode {
  const { series, records, field, now, clock } = props;
  const box = useRef<HTMLElement>(null);
  const { width, height } = useSize(box);
  const shown = valueDomain(series.all, series.own);
  const ticks = wholeTicks(
    valueTicks(shown, Math.max(2, Math.floor(height / 70))),
    field?.type.kind === "BIGINT",
  );
  const axis = Math.max(36, ...ticks.map((tick) => axisNumber(tick).length * 7 + 14));
  const final = props.query.emission === "final";
  const domain = withRoom(props.domain, width - axis - EDGE, labelWidth(props));
  const marks = series.highlighted.length <= MOST_MARKS;

  return (
    <figure ref={box} className={styles.plot} aria-label={summary(props)}>
      <div aria-hidden="true">
        {width > 0 && height > 0 && (
          <LineChart
            width={width}
            height={height}
            margin={{ top: 14, right: EDGE, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              type="number"
              dataKey="arrival"
              domain={[domain.low, domain.high]}
              ticks={timeTicks(domain, Math.max(2, Math.floor(width / 90)))}
              tickFormatter={clock.tick}
              allowDataOverflow
              height={records.length > 0 ? 28 + LANE : 28}
              tickMargin={records.length > 0 ? LANE + 2 : 2}
              interval={0}
              niceTicks="none"
              axisLine={{ stroke: "var(--line)" }}
              tickLine={false}
              tick={{ fill: "var(--text3)", fontSize: 11 }}
            />
            <YAxis
              type="number"
              width={axis}
              domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
              ticks={ticks}
              tickFormatter={props.empty === null ? axisNumber : nothing}
              allowDataOverflow={shown === series.own}
              interval={0}
              niceTicks="none"
              axisLine={false}
              tickLine={false}
              tick={{ fill: "var(--text3)", fontSize: 11 }}
            />
            {now !== null && <ReferenceLine x={now} stroke="var(--text)" />}
            <Line
              data={[...series.others]}
              dataKey="value"
              type={final ? "linear" : "stepAfter"}
              stroke="var(--line2)"
              strokeOpacity={0.6}
              strokeWidth={1}
              dot={final && series.others.length <= MOST_MARKS ? drawDot : false}
              activeDot={false}
              isAnimationActive={false}
            />
            <Line
              data={[...series.highlighted]}
              dataKey="value"
              type={final ? "linear" : "stepAfter"}
              stroke="var(--ink)"
              strokeWidth={1.75}
              strokeOpacity={final ? 0.35 : 1}
              dot={marks ? drawMark : false}
              activeDot={false}
              isAnimationActive={false}
            />
            <RecordLane records={records} />
            <EndLabels
              ends={series.ends}
              marks={marks ? series.highlighted : NO_MARKS}
              field={field}
              name={props.highlighted}
              clock={clock}
            />
          </LineChart>
        )}
      </div>
      {props.empty !== null && <p className={styles.empty}>{props.empty}</p>}
    </figure>
  );
}

/** px that the widest label of a line's end takes, in steps, so that the axis seldom moves. */
function labelWidth({ series, field, highlighted, clock }: OutputPlotProps): number {
  const widths = series.ends.slice(0, 12).map((end) => labelSize(labelOf(end, highlighted, field, clock)));
  return Math.ceil(Math.max(0, ...widths) / 24) * 24;
}

/** The time goes on past the end of the log, where the labels of the newest lines stand; a narrow chart has no room. */
function withRoom(domain: Domain, width: number, label: number): Domain {
  if (width < 340) return domain;
  const share = Math.min(0.25, label / width);
  return { low: domain.low, high: domain.low + (domain.high - domain.low) / (1 - share) };
}

/** Final rows of the other keys: most of them are alone on their line. */
function drawDot({ index, cx, cy, payload }: DotProps): ReactNode {
  if (cx === undefined || cy === undefined || !payload || payload.value === null) return <g key={index} />;
  return <circle key={index} cx={cx} cy={cy} r="2.5" fill="var(--line2)" />;
}

interface DotProps {
  readonly key?: unknown;
  readonly index?: number;
  readonly cx?: number;
  readonly cy?: number;
  readonly payload?: SeriesPoint;
}

function drawMark({ index, cx, cy, payload }: DotProps): ReactNode {
  if (cx === undefined || cy === undefined || !payload || payload.value === null || payload.pane === null)
    return <g key={index} />;
  return <Mark key={index} pane={payload.pane} x={cx} y={cy} />;
}

function summary({ series, field, highlighted, clock, empty }: OutputPlotProps): string {
  if (empty !== null) return `Line chart of the output. ${empty}`;
  const newest = series.ends[0];
  const value = newest
    ? `; the newest is ${valueText(newest.value, field)} at ${clock.moment(newest.arrival)}`
    : "";
  return `Line chart of ${field?.name ?? "the output"} by arrival: ${series.ends.length} lines of ${highlighted || "all records"}${value}.`;
}

/** Drawn again only when something that it draws has changed. */
export default memo(OutputPlot);
