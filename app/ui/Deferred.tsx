import { Suspense, type ReactNode } from "react";
import { Boundary } from "./Boundary.tsx";

interface DeferredProps {
  /** What is missing where the script cannot be loaded: the beginning of a sentence. */
  readonly what: string;
  readonly children: ReactNode;
}

/** Keeps a place for a part that comes as a script of its own once it is wanted: most visits do without it. */
export function Deferred({ what, children }: DeferredProps): ReactNode {
  return (
    <Boundary
      fallback={<p className="not-loaded">{what} could not be loaded; reloading the page may help.</p>}
    >
      <Suspense fallback={null}>{children}</Suspense>
    </Boundary>
  );
}
