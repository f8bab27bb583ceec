import type { ReactNode } from "react";
import type { RecordStory } from "../../engine/client/types.ts";
import { usePlayground } from "../engine/playground-context.ts";
import { useRun } from "../session/run-store.ts";
import { select, windowTarget } from "../session/selection-store.ts";
import { SettingButton } from "./SettingButton.tsx";
import { settingStep } from "./setting-step.ts";
import styles from "./StoryActions.module.css";

/** What can be done about a record: settings that keep it, its window, its step. */
export function StoryActions({ story }: { readonly story: RecordStory }): ReactNode {
  const playground = usePlayground();
  const there = useRun(({ state }) => state?.position === story.seq + 1);
  const { keptWith, verdict, partition, windows, session, seq } = story;
  const offered = verdict === "dropped" ? keptWith : null;
  const window = windows.findLast(({ outcome }) => outcome !== "counted") ?? windows.at(-1);
  const position = seq + 1;

  return (
    <div className={styles.actions}>
      {(["lateness", "bound"] as const).map((name) => {
        const limit = offered?.[name];
        if (!limit) return null;
        const ms = settingStep(limit);
        return (
          <SettingButton
            key={name}
            verb="Try"
            name={name}
            ms={ms}
            position={position}
            className={styles.action}
          />
        );
      })}
      {window && (
        <button
          type="button"
          className={styles.action}
          onClick={() =>
            select(
              windowTarget({
                partition,
                start: window.start,
                end: window.end,
                ...(session && { key: session.key }),
              }),
            )
          }
        >
          {session ? "Show its session" : "Show its window"}
        </button>
      )}
      {!there && (
        <button type="button" className={styles.action} onClick={() => void playground.seek(position)}>
          Step to it
        </button>
      )}
    </div>
  );
}
