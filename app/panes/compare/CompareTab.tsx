import { lazy, Suspense, type ReactNode } from "react";
import { Boundary } from "../../ui/Boundary.tsx";
import styles from "./CompareTab.module.css";

const ComparePane = lazy(() => import("./ComparePane.tsx"));

/** The comparison comes when it is wanted: most visits do without it. */
export function CompareTab(): ReactNode {
  return (
    <Boundary
      fallback={
        <p className={styles.failed}>The comparison could not be loaded; reloading the page may help.</p>
      }
    >
      <Suspense fallback={null}>
        <ComparePane />
      </Suspense>
    </Boundary>
  );
}
