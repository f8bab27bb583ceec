import type { ReactNode } from "react";
import { usePlayground } from "../engine/playground-context.ts";
import { useRun } from "../session/run-store.ts";
import { Button } from "../ui/Button.tsx";
import { CodeText } from "../ui/CodeText.tsx";
import { Icon } from "../ui/Icon.tsx";
import styles from "./FailureBar.module.css";

/** Names what failed, and offers to start it anew. */
export function FailureBar(): ReactNode {
  const { restart } = usePlayground();
  const failure = useRun((run) => run.fault ?? run.state?.failure ?? null);
  return (
    <div role="alert" data-testid="failure">
      {failure !== null && (
        <div className={styles.bar}>
          <Icon name="warning" />
          <span className={styles.what}>
            <CodeText>{failure}</CodeText>
          </span>
          <Button small kind="outline" onClick={() => void restart()}>
            Restart
          </Button>
        </div>
      )}
    </div>
  );
}
