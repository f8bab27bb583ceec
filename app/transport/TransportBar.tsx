import type { KeyboardEvent, ReactNode } from "react";
import { usePlayground } from "../engine/playground-context.ts";
import { useDropStory, useFirstRun } from "../first-run/first-run-store.ts";
import { isEdited, useDocument } from "../session/document-store.ts";
import { SPEEDS, speedText, useRun } from "../session/run-store.ts";
import { Button } from "../ui/Button.tsx";
import { Menu } from "../ui/Menu.tsx";
import { Clocks } from "./Clocks.tsx";
import { MoveReport } from "./MoveReport.tsx";
import { NextEvent } from "./NextEvent.tsx";
import { Scrubber } from "./Scrubber.tsx";
import styles from "./TransportBar.module.css";
import { useTransportKeys } from "./transport-keys.ts";

/** Plays the stream and moves through it, both ways. Its keys work while it, or the time map, has focus. */
export function TransportBar(): ReactNode {
  const playground = usePlayground();
  const takeKey = useTransportKeys();
  const playing = useRun(({ state }) => state?.phase === "playing");
  const atStart = useRun(({ state }) => (state?.position ?? 0) === 0 && state?.phase !== "finished");
  const atEnd = useRun(({ state }) => state?.phase === "finished");
  const still = useRun(({ query, state }) => query === null || state?.phase === "failed");
  const speed = useRun((run) => run.speed);
  const edited = useDocument(isEdited);
  /** Then "Play on" is the one ink button. */
  const told = useDropStory();
  const first = useFirstRun();

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.defaultPrevented && takeKey(event.nativeEvent)) event.preventDefault();
  };

  // A button at its end stays focusable: the keys go on working where one has stepped to the end.
  return (
    <div className={styles.bar} role="toolbar" tabIndex={-1} aria-label="Transport" onKeyDown={onKeyDown}>
      <div className={styles.buttons}>
        <Button
          className={styles.control}
          icon="toStart"
          aria-label="To start"
          keys="Home"
          disabled={still}
          aria-disabled={atStart && !playing}
          onClick={() => void playground.toStart()}
        />
        <Button
          className={styles.control}
          icon="stepBack"
          aria-label="Back one record"
          keys=","
          disabled={still}
          aria-disabled={atStart && !playing}
          onClick={() => void playground.stepBack()}
        />
        <Button
          className={`${styles.control} ${styles.play}`}
          kind={edited || told ? "outline" : "ink"}
          icon={playing ? "pause" : "play"}
          aria-label={playing ? "Pause" : "Play"}
          keys="Space"
          data-play
          disabled={still}
          onClick={() => void playground.togglePlay()}
        />
        <Button
          className={styles.control}
          icon="step"
          aria-label="Forward one record"
          keys="."
          disabled={still}
          aria-disabled={atEnd}
          onClick={() => void playground.step()}
        />
        <Button
          className={styles.control}
          icon="toEnd"
          aria-label="Run to end"
          keys="End"
          disabled={still}
          aria-disabled={atEnd}
          onClick={() => void playground.runToEnd()}
        />
        {!first && <NextEvent disabled={still} />}
        <Menu
          className={styles.speed}
          label={`Speed: ${speedText(speed)}`}
          title="Speed (slower [, faster ])"
          kind="hairline"
          items={SPEEDS.map((one) => ({
            id: String(one),
            label: speedText(one),
            checked: one === speed,
            onSelect: () => void playground.setSpeed(one),
          }))}
        >
          {speedText(speed)}
        </Menu>
      </div>
      <Scrubber foretells={!first} />
      <Clocks />
      <MoveReport />
    </div>
  );
}
