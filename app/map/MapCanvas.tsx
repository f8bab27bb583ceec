import { useEffect, useLayoutEffect, useMemo, useRef, type ReactNode } from "react";
import { useScheme } from "../theme/use-scheme.ts";
import { useMedia } from "../ui/use-media.ts";
import { useSize } from "../ui/use-size.ts";
import styles from "./MapCanvas.module.css";
import { MapPainter, type Painted } from "./map-painter.ts";
import type { MapContent } from "./map-picture.ts";
import type { VisibleMark } from "./map-types.ts";
import { readPalette } from "./paint/palette.ts";
import type { Panel } from "./map-layout.ts";
import type { Projection } from "./projection.ts";

export interface MapCanvasProps extends MapContent {
  /** `TraceMirror.revision`: the mirror itself changes without being another. */
  readonly revision: number;
  /** Records in the log; null while it is still being read. */
  readonly length: number | null;
  /**
   * After a frame: all that can be seen, and where. Of thousands of records, only once they stand still for a moment.
   * @param projection of the first panel. @param panels one; of a split, one for each partition.
   */
  readonly onPainted: (
    marks: readonly VisibleMark[],
    projection: Projection,
    panels: readonly Panel[],
  ) => void;
}

/** The time map as a picture; it takes no input, and what it shows is told elsewhere in words. */
export function MapCanvas(props: MapCanvasProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = useSize(frame);
  const scheme = useScheme();
  const forced = useMedia("(forced-colors: active)");
  const palette = useMemo(() => readPalette(scheme === "dark", forced), [scheme, forced]);
  const painter = useMemo(() => new MapPainter(), []);
  const onPainted = useRef(props.onPainted);

  useLayoutEffect(() => {
    onPainted.current = props.onPainted;
    const target = canvas.current;
    if (!target || width === 0 || height === 0) return;
    const scale = globalThis.devicePixelRatio || 1;
    painter.request(target, { ...props, palette, size: { width, height, scale } }, (painted: Painted) =>
      onPainted.current(painted.marks, painted.panels[0]!.projection, painted.panels),
    );
  });
  useEffect(() => () => painter.stop(), [painter]);

  return (
    <div ref={frame} className={styles.frame}>
      <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />
    </div>
  );
}
