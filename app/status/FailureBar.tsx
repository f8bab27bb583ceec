import type { ReactNode } from "react";
import { usePlayground } from "../engine/playground-context.ts";
import { useRun } from "../session/run-store.ts";
import { CodeText } from "../ui/CodeText.tsx";
import { NoticeBar } from "../ui/NoticeBar.tsx";

/** Names what failed, and offers to start it anew. */
export function FailureBar(): ReactNode {
  const { restart } = usePlayground();
  const failure = useRun((run) => run.fault ?? run.state?.failure ?? null);
  return (
    <NoticeBar
      notice={failure && <CodeText>{failure}</CodeText>}
      action="Restart"
      onAction={() => void restart()}
      testId="failure"
    />
  );
}
