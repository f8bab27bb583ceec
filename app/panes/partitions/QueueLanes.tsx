import { useMemo, useRef, useState, type ReactNode } from "react";
import { backpressureOf, type QuerySummary, type RunState } from "../../../engine/client/types.ts";
import { useTrace } from "../../engine/use-trace.ts";
import { useSize } from "../../ui/use-size.ts";
import { duration } from "../../words/clock.ts";
import { partitionLetter } from "../../words/partition-letter.ts";
import { count, counted } from "../../words/value.ts";
import { PaneFoot } from "../PaneBars.tsx";
import { lanePath } from "./lane-path.ts";
import { busyDrag, FOLLOWED, queueModel, timeAt, type QueueLane } from "./queue-model.ts";
import pane from "./PartitionsPane.module.css";
import styles from "./QueueLanes.module.css";

interface QueueLanesProps {
  readonly state: RunState;
  readonly query: QuerySummary;
  /** What one record is called. */
  readonly noun: string;
}

const HEIGHT = 44;

/**
 * What queues would do were each record some work for its partition's worker: their fill over arrival, beside the
 * numbers that the picture shows. The engine itself is done with a small stream before a queue could fill.
 */
export function QueueLanes({ state, query, noun }: QueueLanesProps): ReactNode {
  const { mirror, revision } = useTrace();
  const from = state.firstArrival ?? 0;
  const to = state.lastArrival ?? 0;
  const offered = busyDrag(to - from, state.length ?? state.known, query.partitions);
  const [drag, setDrag] = useState<number | null>(null);
  const [slots, setSlots] = useState(4);
  const box = useRef<HTMLTableCellElement>(null);
  const width = Math.max(40, Math.floor(useSize(box).width) - 16);
  const work = drag ?? offered;
  const { position, arrival, run } = state;
  const model = useMemo(() => {
    const end = mirror.run === run && revision >= 0 ? Math.min(position, mirror.known) : 0;
    const start = Math.max(mirror.first, end - FOLLOWED);
    return queueModel({
      arrivals: mirror.arrival.subarray(start - mirror.first, Math.max(0, end - mirror.first)),
      partitionOf: mirror.partition.subarray(start - mirror.first, Math.max(0, end - mirror.first)),
      partitions: query.partitions,
      drag: work,
      slots,
      until: arrival ?? -Infinity,
    });
  }, [mirror, revision, run, position, arrival, query.partitions, work, slots]);
  const now = arrival === null ? 0 : (width * (arrival - from)) / Math.max(1, to - from);

  return (
    <>
      <section className={styles.scroller} aria-label="Queues of partitions">
        <div className={styles.question}>
          <label>
            were each {noun}{" "}
            <input
              type="number"
              min={0}
              step="any"
              value={work}
              onChange={({ target }) => setDrag(Math.max(0, target.valueAsNumber || 0))}
            />{" "}
            ms of work
          </label>
          <label>
            in a queue of{" "}
            <input
              type="number"
              min={1}
              max={999}
              value={slots}
              onChange={({ target }) =>
                setSlots(Math.min(999, Math.max(1, Math.floor(target.valueAsNumber) || 1)))
              }
            />
          </label>
        </div>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">p</th>
              <th scope="col" ref={box} className={styles.lane}>
                queue fill over arrival<span>, bands at 70, 85, 95 %</span>
              </th>
              <th scope="col">p50</th>
              <th scope="col">p95</th>
              <th scope="col">p99</th>
              <th scope="col">queue</th>
              <th scope="col">state</th>
            </tr>
          </thead>
          <tbody>
            {model.lanes.map((lane, id) => (
              <tr key={partitionLetter(id)}>
                <th scope="row">
                  <span className={id === state.watermark?.heldBy ? pane.holder : pane.letter}>
                    {partitionLetter(id)}
                  </span>
                </th>
                <td className={styles.lane}>
                  <Lane lane={lane} slots={slots} width={width} from={from} to={to} now={now} />
                </td>
                {[0.5, 0.95, 0.99].map((share) => (
                  <td key={share}>{timeText(timeAt(lane.times, share))}</td>
                ))}
                <td>
                  {count(lane.depth)} of {count(slots)}, peak {count(lane.peak)}
                </td>
                <td>{backpressureOf(lane.depth, slots).state}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <PaneFoot>
        {position > FOLLOWED && `of the last ${count(FOLLOWED)}: `}p50 to p99 are wait plus work ·{" "}
        {model.held === 0
          ? "no queue held the source back"
          : `full queues held ${counted(model.held, noun)} back at the source, one for ${duration(Math.round(model.longest))}; none is lost`}
      </PaneFoot>
    </>
  );
}

function timeText(ms: number | null): string {
  return ms === null ? "" : duration(Math.round(ms / 100) * 100 || Math.round(ms));
}

interface LaneProps {
  readonly lane: QueueLane;
  readonly slots: number;
  readonly width: number;
  readonly from: number;
  readonly to: number;
  /** px of the moment shown. */
  readonly now: number;
}

function Lane({ lane, slots, width, from, to, now }: LaneProps): ReactNode {
  const path = lanePath(lane, slots, { width, height: HEIGHT, from, to });
  return (
    <svg className={styles.picture} width={width} height={HEIGHT} aria-hidden="true">
      <rect className={styles.warning} width={width} y="15%" height="15%" />
      <rect className={styles.critical} width={width} y="5%" height="10%" />
      <rect className={styles.saturated} width={width} height="5%" />
      <path className={styles.fill} d={`${path}H${now}V${HEIGHT}Z`} />
      <path className={styles.line} d={`${path}H${now}`} />
      <path className={styles.now} d={`M${now} 0V${HEIGHT}`} />
    </svg>
  );
}
