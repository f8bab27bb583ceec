import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import styles from "./NoticeBar.module.css";

interface NoticeBarProps {
  /** What went wrong; null: nothing did, and nothing shows. */
  readonly notice: ReactNode;
  readonly action: string;
  readonly onAction: () => void;
  readonly testId?: string;
}

/** Says what went wrong, across the page, with the one thing to do about it; screen readers are told at once. */
export function NoticeBar({ notice, action, onAction, testId }: NoticeBarProps): ReactNode {
  return (
    <div role="alert" data-testid={testId}>
      {notice !== null && (
        <div className={styles.bar}>
          <Icon name="warning" />
          <span className={styles.what}>{notice}</span>
          <Button small kind="outline" onClick={onAction}>
            {action}
          </Button>
        </div>
      )}
    </div>
  );
}
