import type { ReactNode } from "react";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import styles from "./LinkRefusal.module.css";
import { useShared } from "./share-store.ts";

/** Says why a link was not opened, and what is shown instead. */
export function LinkRefusal(): ReactNode {
  const refusal = useShared((state) => state.refusal);
  return (
    <div role="alert">
      {refusal !== null && (
        <div className={styles.bar}>
          <Icon name="warning" />
          <span className={styles.what}>
            {refusal} Your own page is shown instead; the address keeps the link.
          </span>
          <Button small kind="outline" onClick={() => useShared.setState({ refusal: null })}>
            Close
          </Button>
        </div>
      )}
    </div>
  );
}
