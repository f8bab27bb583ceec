import { lazy, memo, Suspense, type ReactNode } from "react";

/** Asked for with the page and not with the first drawing: it is there when the first records are, and holds up none of it. */
const arriving = import("./TimeMapPane.tsx").then(({ TimeMapPane }) => ({ default: TimeMapPane }));
// Where it cannot be loaded, the pane says so when it is drawn.
arriving.catch(() => undefined);
const TimeMapPane = lazy(() => arriving);

/** The time map, which comes as a script of its own. It follows the stores alone, however often the page around it is drawn. */
export const TimeMap = memo((): ReactNode => (
  <Suspense fallback={<section className="pane" aria-label="Time map" />}>
    <TimeMapPane />
  </Suspense>
));
TimeMap.displayName = "TimeMap";
