import type { ReactNode } from "react";
import { usePlayground } from "../engine/playground-context.ts";
import { Button } from "../ui/Button.tsx";
import styles from "./NeedsTrace.module.css";

interface NeedsTraceProps {
  /** What cannot be shown, as a sentence's subject: "The map is drawn". */
  readonly children: ReactNode;
}

/** Stands where a pane has nothing to show without a trace. */
export function NeedsTrace({ children }: NeedsTraceProps): ReactNode {
  return (
    <div className={styles.needs}>
      <p>
        {children} from the trace of the run, which is off: a run without one is faster. Turning it on runs
        the query again to where it stands.
      </p>
      <TraceButton />
    </div>
  );
}

/** Runs again with a trace. @param small for the foot of a pane. */
export function TraceButton({ small = false }: { readonly small?: boolean }): ReactNode {
  const { setTrace } = usePlayground();
  return (
    <Button kind={small ? "bare" : "hairline"} small={small} onClick={() => void setTrace(true)}>
      Turn the trace on
    </Button>
  );
}
