import { useMemo, useRef, type ReactNode } from "react";
import { MIRROR_CAPACITY } from "../../engine/trace-mirror.ts";
import { useTrace } from "../../engine/use-trace.ts";
import { useFirstRun } from "../../first-run/first-run-store.ts";
import { verdictsAt } from "../../first-run/verdicts-at.ts";
import { useMap } from "../../session/map-store.ts";
import { useRun, useTraced } from "../../session/run-store.ts";
import { usePhone } from "../../ui/use-media.ts";
import { useSize } from "../../ui/use-size.ts";
import { count } from "../../words/value.ts";
import { NeedsTrace } from "../NeedsTrace.tsx";
import { PaneHeader } from "../PaneHeader.tsx";
import { MapFigure } from "./MapFigure.tsx";
import { type MapControls, MapHeader, switchWidth } from "./MapHeader.tsx";
import { MapLegend, type MapLegendProps } from "./MapLegend.tsx";
import { MapTable } from "./MapTable.tsx";
import styles from "./MapFigure.module.css";
import { useFocus } from "./use-focus.ts";

/** px of the header without the switch: title, axes, buttons; of a legend with "not yet" and without; of "row withdrawn". */
const [CONTROLS, LEGEND, SHORT_LEGEND, WITHDRAWN] = [366, 400, 332, 106];

/** Event time against arrival time: every record, its windows and the watermarks, as a picture or as its table twin. */
export function TimeMapPane(): ReactNode {
  const query = useRun((run) => run.query);
  const focus = useFocus(query);
  const asTable = useMap((map) => map.asTable);
  const phone = usePhone();
  const section = useRef<HTMLElement>(null);
  const { width } = useSize(section);
  const figure = useRef<MapControls>(null);
  const controls = useMemo<MapControls>(
    () => ({
      zoom: (factor) => figure.current?.zoom(factor),
      centre: () => figure.current?.centre(),
      save: () => figure.current?.save(),
    }),
    [],
  );

  const first = useFirstRun();
  const traced = useTraced();
  const partitions = query?.partitions ?? 1;
  const left = width - CONTROLS - switchWidth(partitions);
  const withdrawals = query?.windowed === true && query.having;
  const wanted = withdrawals ? WITHDRAWN : 0;
  const coming = left >= LEGEND + wanted;
  const inHeader = !phone && left >= SHORT_LEGEND + wanted;
  return (
    <section ref={section} className="pane" aria-labelledby="map-title">
      {query === null || !traced ? (
        <>
          <PaneHeader id="map-title" title="Time map" />
          {query === null ? (
            <p className={styles.empty}>Each record stands here by its two times, once a query runs.</p>
          ) : (
            <NeedsTrace>The map is drawn</NeedsTrace>
          )}
        </>
      ) : (
        <>
          <MapHeader
            focus={focus}
            partitions={partitions}
            controls={controls}
            narrow={left < 0}
            phone={phone}
            few={first}
            legend={inHeader && <Legend coming={coming || first} withdrawals={withdrawals} row={false} />}
          >
            <HeldRecords />
          </MapHeader>
          {!inHeader && !asTable && <Legend coming={!phone || first} withdrawals={withdrawals} row />}
          {asTable ? <MapTable query={query} /> : <MapFigure query={query} focus={focus} controls={figure} />}
        </>
      )}
    </section>
  );
}

/** The first run's legend explains only what there is to see. */
function Legend(props: Pick<MapLegendProps, "coming" | "row" | "withdrawals">): ReactNode {
  const first = useFirstRun();
  const phone = usePhone();
  const { mirror } = useTrace();
  const read = useRun(({ state }) => (first ? (state?.position ?? 0) : 0));
  if (!first) return <MapLegend {...props} />;
  const only = verdictsAt(mirror, read);
  // One row, so that the map under it keeps its height.
  const coming = props.coming && !(phone && only.size > 4);
  return <MapLegend {...props} coming={coming} only={only} />;
}

/** Of a long log the page holds a part: which, in words. */
function HeldRecords(): ReactNode {
  const { mirror } = useTrace();
  const read = useRun(({ state }) => state?.position ?? 0);
  if (mirror.first === 0 || read === 0) return null;
  return (
    <span title={`The map holds at most ${count(MIRROR_CAPACITY)} records.`}>
      {`records from #${count(mirror.first)} on`}
    </span>
  );
}
