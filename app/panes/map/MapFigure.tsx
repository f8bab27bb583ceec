import { useImperativeHandle, useLayoutEffect, useRef, type ReactNode, type Ref } from "react";
import type { QuerySummary } from "../../../engine/client/types.ts";
import { useTrace } from "../../engine/use-trace.ts";
import { FirstRunLayer } from "../../first-run/FirstRunLayer.tsx";
import { FirstRunStrip } from "../../first-run/FirstRunStrip.tsx";
import { dropSelection } from "../../first-run/drop-selection.ts";
import { useDropStory } from "../../first-run/first-run-store.ts";
import { layersAt } from "../../first-run/layers-at.ts";
import { FIRST_AXES } from "../../first-run/sentences.ts";
import { useFirstScene } from "../../first-run/use-first-scene.ts";
import type { Point } from "../../map/gestures.ts";
import { createHitGrid, type HitGrid } from "../../map/hit-grid.ts";
import type { MapContent } from "../../map/map-picture.ts";
import {
  centredView,
  panelAt,
  panelOf,
  placeOfRecord,
  plotOf,
  worstRecordAt,
  zoomedView,
} from "../../map/map-plane.ts";
import { MapCanvas } from "../../map/MapCanvas.tsx";
import { ALL_LAYERS, type Focus, type MapView, type VisibleMark } from "../../map/map-types.ts";
import { clampView } from "../../map/map-view.ts";
import { recordNoun, useDocument } from "../../session/document-store.ts";
import { useMap } from "../../session/map-store.ts";
import { useRun } from "../../session/run-store.ts";
import { hover, type Target, windowTarget } from "../../session/selection-store.ts";
import { useClock } from "../../session/use-clock.ts";
import { useScheme } from "../../theme/use-scheme.ts";
import { useSize } from "../../ui/use-size.ts";
import { MapCard } from "./MapCard.tsx";
import styles from "./MapFigure.module.css";
import type { MapControls } from "./MapHeader.tsx";
import { pngName, savePng } from "./map-png.ts";
import { MapSummary } from "./MapSummary.tsx";
import { offerMarks } from "./offer-marks.ts";
import { useLit } from "./use-lit.ts";
import { useMapCursor } from "./use-map-cursor.ts";
import { useMapKeys } from "./use-map-keys.ts";
import { useMapPlane } from "./use-map-plane.ts";
import { useMapPointer } from "./use-map-pointer.ts";

interface MapFigureProps {
  readonly query: QuerySummary;
  readonly focus: Focus;
  readonly controls: Ref<MapControls>;
}

const CURSOR = "map-cursor";

/** The picture, and all that pointer, touch and keys do with it. */
export function MapFigure({ query, focus, controls }: MapFigureProps): ReactNode {
  const { mirror, revision } = useTrace();
  const read = useRun(({ state }) => state?.position ?? 0);
  const length = useRun(({ state }) => state?.length ?? null);
  const ended = useRun(({ state }) => state?.phase === "finished");
  const noun = useDocument(recordNoun);
  const source = useDocument(({ file, sampleId }) => file?.name ?? sampleId ?? "");
  const clock = useClock();
  const dark = useScheme() === "dark";
  const selection = useLit();
  const figure = useRef<HTMLElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const room = useSize(figure);
  const size = useSize(surface);
  const plane = useMapPlane(size, query, focus);
  const first = useFirstScene(query, focus, plane);
  const told = useDropStory();
  const cursor = useMapCursor(query, focus, { read, ended }, { clock, noun, partitions: query.partitions });
  const marks = useRef<readonly VisibleMark[]>([]);
  /** Of the marks that were painted last; made when it is asked for. */
  const grid = useRef<HitGrid | null>(null);
  const afterPainting = useRef<() => void>(() => undefined);

  const show = (view: MapView): void => {
    if (plane) useMap.setState({ view: clampView(view, plane.whole) });
  };
  const fit = (): void => useMap.setState({ view: "fit" });
  const contentOf = (view: MapView): MapContent => ({
    mirror,
    read,
    ended,
    view,
    focus,
    query,
    clock,
    noun,
    selection: told && first?.drop ? dropSelection(first.drop) : selection,
    layers: first ? layersAt(first.seqs, read) : ALL_LAYERS,
    ...(first && { axisNames: FIRST_AXES }),
    coming: true,
  });
  const handles: MapControls = {
    zoom: (factor) => plane && show(zoomedView(plane, factor)),
    centre: () => {
      const seq = cursor.target?.kind === "record" ? cursor.target.seq : selection.record;
      const centred = plane && seq !== null ? centredView(plane, mirror, seq) : null;
      if (centred) show(centred);
      else fit();
    },
    save: () => plane && savePng(contentOf(plane.view), size, dark, pngName(source, read)),
  };
  useImperativeHandle(controls, () => handles);

  const hit = ({ x, y }: Point): Target | null => {
    grid.current ??= createHitGrid(marks.current.filter(({ seq }) => seq !== undefined));
    const seq = grid.current.nearest(x, y)?.seq;
    return seq === undefined ? windowUnder(marks.current, x, y) : { kind: "record", seq };
  };
  useMapPointer(surface, {
    hit,
    hitClosely: (point) => {
      const target = hit(point);
      const inBins = plane !== null && marks.current.some(({ kind }) => kind === "bin");
      const seq = target === null && inBins ? worstRecordAt(plane, mirror, read, point) : null;
      return seq === null ? target : { kind: "record", seq };
    },
    projectionAt: ({ x, y }) => plane && panelAt(plane, x, y).projection,
    view: () => plane && plane.view,
    show,
    fit,
  });
  const moveTo = (target: Target): void => {
    cursor.moveTo(target);
    if (!plane || target.kind !== "record" || placeOfRecord(plane, mirror, target.seq)?.visible) return;
    const centred = centredView(plane, mirror, target.seq);
    if (centred) show(centred);
  };
  const onKeyDown = useMapKeys({
    ...handles,
    cursor: cursor.target,
    moveTo,
    range: { mirror, read, coming: true, partition: null },
    windows: cursor.windows,
    view: plane && plane.view,
    projection: plane && panelOf(plane, 0).projection,
    show,
  });
  useLayoutEffect(() => {
    const canvas = surface.current?.querySelector("canvas");
    if (canvas) offerMarks(canvas, () => marks.current);
  });
  const ring =
    plane && cursor.target?.kind === "record" ? placeOfRecord(plane, mirror, cursor.target.seq) : null;

  return (
    <figure ref={figure} className={styles.figure} aria-labelledby="map-title">
      <MapSummary query={query} noun={noun} clock={clock} />
      <div
        ref={surface}
        className={styles.surface}
        role="tree"
        tabIndex={0}
        aria-label={`Time map: arrow keys move between ${noun}s, w between windows, Enter selects`}
        aria-activedescendant={cursor.sentence === null ? undefined : CURSOR}
        onKeyDown={onKeyDown}
        onBlur={() => hover(null)}
      >
        {plane && (
          <MapCanvas
            {...contentOf(plane.view)}
            revision={revision}
            length={length}
            onPainted={(painted) => {
              marks.current = painted;
              grid.current = null;
              afterPainting.current();
            }}
          />
        )}
        {ring?.visible && <div className={styles.cursor} style={{ left: ring.x, top: ring.y }} />}
        {cursor.sentence !== null && (
          <div key={cursor.sentence} id={CURSOR} role="treeitem" className="unseen">
            {cursor.sentence}
          </div>
        )}
        {!plane && <p className={styles.empty}>{`Each ${noun} stands here once the stream is read.`}</p>}
      </div>
      {first && plane && (
        <div className={styles.over} style={size}>
          <FirstRunLayer scene={first} plane={plane} read={read} />
        </div>
      )}
      {first && <FirstRunStrip scene={first} read={read} />}
      <MapCard
        onReplace={(replace) => {
          afterPainting.current = replace;
        }}
        ground={() => plane && { marks: marks.current, plot: plotOf(plane) }}
        split={focus.kind === "split"}
        room={`${room.width} ${room.height}`}
      />
    </figure>
  );
}

/** A cell of the window lane. */
function windowUnder(marks: readonly VisibleMark[], x: number, y: number): Target | null {
  const cell = marks.find(
    (mark) =>
      mark.kind === "label" &&
      mark.start !== undefined &&
      x >= mark.x &&
      x <= mark.x + mark.width &&
      y >= mark.y &&
      y <= mark.y + mark.height,
  );
  if (cell?.start === undefined || cell.end === undefined || cell.partition === undefined) return null;
  const { partition, start, end, key } = cell;
  return windowTarget({ partition, start, end, ...(key !== undefined && { key }) });
}
