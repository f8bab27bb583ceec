import { memo, useRef, type ReactNode } from "react";
import { Bar, BarChart, CartesianGrid, LabelList, ReferenceLine, XAxis, YAxis } from "recharts";
import type { LateBin, RecordRow } from "../../../engine/client/types.ts";
import { measureText } from "../../ui/measure-text.ts";
import { useSize } from "../../ui/use-size.ts";
import type { Clock } from "../../words/clock.ts";
import { count } from "../../words/value.ts";
import styles from "./Plot.module.css";
import { LANE, RecordLane } from "./RecordLane.tsx";
import { timeTicks, valueTicks, type Domain } from "./scale.ts";
import { axisNumber, shortNumber } from "./value-text.ts";

interface LatePlotProps {
  readonly bins: readonly LateBin[];
  /** ms. */
  readonly binWidth: number;
  /** All records of a small log, or none. */
  readonly records: readonly RecordRow[];
  readonly domain: Domain;
  readonly now: number | null;
  readonly clock: Clock;
  readonly noun: string;
  /** Whether those counted late are known. */
  readonly traced: boolean;
}

/** Late records by arrival: counted ones solid, dropped ones hatched on top with their number. */
function LatePlot(props: LatePlotProps): ReactNode {
  const { bins, binWidth, records, now, clock, noun, traced } = props;
  const box = useRef<HTMLElement>(null);
  const { width, height } = useSize(box);
  const highest = Math.max(0, ...bins.map(({ countedLate, dropped }) => countedLate + dropped));
  const ticks = valueTicks(
    { low: 0, high: Math.max(3, highest) },
    Math.max(2, Math.floor(height / 70)),
  ).filter(Number.isInteger);
  const top = ticks.at(-1) ?? 1;
  const axis = Math.max(32, ...ticks.map((tick) => axisNumber(tick).length * 7 + 14));
  /** Whole bins, also where the log begins or ends inside one. */
  const domain = {
    low: Math.min(props.domain.low, bins[0]?.start ?? Infinity),
    high: Math.max(props.domain.high, (bins.at(-1)?.start ?? -Infinity) + binWidth),
  };
  const pitch = (binWidth * (width - axis - 26)) / (domain.high - domain.low);
  const barWidth = Math.max(1, Math.min(28, 0.66 * pitch));
  const label = barLabel(Math.max(0, ...bins.map(({ dropped }) => dropped)), pitch);
  const data = bins.map(({ start, countedLate, dropped }) => ({
    middle: start + binWidth / 2,
    countedLate,
    dropped,
    label: dropped > 0 ? label(dropped) : "",
  }));

  return (
    <figure ref={box} className={styles.plot} aria-label={summary(bins, noun, traced)}>
      <svg width="0" height="0" aria-hidden="true">
        <pattern
          id="dropped-hatch"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="5" fill="var(--surface)" />
          <path d="M1.25 0v5" stroke="var(--dropped)" strokeWidth="2" />
        </pattern>
      </svg>
      <div aria-hidden="true">
        {width > 0 && height > 0 && (
          <BarChart
            width={width}
            height={height}
            data={data}
            margin={{ top: 14, right: 26, bottom: 0, left: 0 }}
            barSize={barWidth}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              type="number"
              dataKey="middle"
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
              domain={[0, top]}
              ticks={ticks}
              tickFormatter={axisNumber}
              interval={0}
              niceTicks="none"
              axisLine={false}
              tickLine={false}
              tick={{ fill: "var(--text3)", fontSize: 11 }}
            />
            <Bar dataKey="countedLate" stackId="late" fill="var(--late)" isAnimationActive={false} />
            <Bar
              dataKey="dropped"
              stackId="late"
              fill="url(#dropped-hatch)"
              stroke="var(--dropped)"
              strokeWidth={1.2}
              isAnimationActive={false}
            >
              <LabelList dataKey="label" position="top" className={styles.droppedCount} />
            </Bar>
            {now !== null && <ReferenceLine x={now} stroke="var(--text)" />}
            <RecordLane records={records.filter(isLate)} />
          </BarChart>
        )}
      </div>
      {highest === 0 && <p className={styles.empty}>No late {noun}s so far.</p>}
    </figure>
  );
}

function isLate({ verdict }: RecordRow): boolean {
  return verdict === "dropped" || verdict === "counted late";
}

/** The numbers over the bars: all whole, or all short, or none where they would run into one another. */
function barLabel(most: number, room: number): (n: number) => string {
  const fits = (text: string): boolean => measureText(text, 600) * (11 / 12) <= room - 2;
  return [count, shortNumber].find((text) => fits(text(most))) ?? (() => "");
}

function summary(bins: readonly LateBin[], noun: string, traced: boolean): string {
  const counted = bins.reduce((sum, { countedLate }) => sum + countedLate, 0);
  const dropped = bins.reduce((sum, bin) => sum + bin.dropped, 0);
  if (!traced) return `Bar chart of dropped ${noun}s by arrival: ${count(dropped)}.`;
  return `Bar chart of late ${noun}s by arrival: ${count(counted)} counted late, ${count(dropped)} dropped.`;
}

/** Drawn again only when something that it draws has changed. */
export default memo(LatePlot);
