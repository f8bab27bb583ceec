import { type KeyboardEvent, type ReactNode } from "react";
import { usePlayground } from "../engine/playground-context.ts";
import { isEdited, useDocument } from "../session/document-store.ts";
import { SPEEDS, speedText, useRun } from "../session/run-store.ts";
import { useClock } from "../session/use-clock.ts";
import { Button } from "../ui/Button.tsx";
import { Menu } from "../ui/Menu.tsx";
import { partitionLetter } from "../words/partition-letter.ts";
import { Scrubber } from "./Scrubber.tsx";
import styles from "./TransportBar.module.css";

/** Plays the stream. Its keys work while it has focus: Space, Home, End, full stop, brackets. */
export function TransportBar(): ReactNode {
  const playground = usePlayground();
  const phase = useRun(({ state }) => state?.phase ?? "empty");
  const position = useRun(({ state }) => state?.position ?? 0);
  const speed = useRun((run) => run.speed);
  const loaded = useRun((run) => run.query !== null);
  const edited = useDocument(isEdited);
  const playing = phase === "playing";
  const still = !loaded || phase === "failed";

  const changeSpeed = (by: number): void => {
    const next = SPEEDS[SPEEDS.indexOf(speed) + by];
    if (next !== undefined) void playground.setSpeed(next);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || still) return;
    const target = event.target as HTMLElement;
    if (target.closest("[role=menu]")) return;
    const actions: Record<string, () => void> = {
      " ": () => void playground.togglePlay(),
      ".": () => void playground.step(),
      Home: () => void playground.toStart(),
      End: () => void playground.runToEnd(),
      "[": () => changeSpeed(-1),
      "]": () => changeSpeed(1),
    };
    const action = actions[event.key];
    if (!action || (event.key === " " && target.closest("button") && !target.closest("[data-play]"))) return;
    event.preventDefault();
    action();
  };

  return (
    <div className={styles.bar} role="toolbar" tabIndex={-1} aria-label="Transport" onKeyDown={onKeyDown}>
      <div className={styles.buttons}>
        <Button
          className={styles.control}
          icon="toStart"
          aria-label="To start"
          keys="Home"
          disabled={still || (position === 0 && !playing)}
          onClick={() => void playground.toStart()}
        />
        <Button
          className={`${styles.control} ${styles.play}`}
          kind={edited ? "outline" : "ink"}
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
          disabled={still || phase === "finished"}
          onClick={() => void playground.step()}
        />
        <Button
          className={styles.control}
          icon="toEnd"
          aria-label="Run to end"
          keys="End"
          disabled={still || phase === "finished"}
          onClick={() => void playground.runToEnd()}
        />
        <Menu
          className={styles.speed}
          label={`Speed: ${speedText(speed)}`}
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
      <Scrubber />
      <Clocks />
    </div>
  );
}

function Clocks(): ReactNode {
  const clock = useClock();
  const arrival = useRun(({ state }) => state?.arrival ?? null);
  const watermark = useRun(({ state }) => state?.watermark ?? null);
  return (
    <div className={styles.clocks}>
      <span>
        arrival <b>{arrival === null ? "not yet" : clock.moment(arrival)}</b>
      </span>
      <span>
        watermark <b>{clock.moment(watermark?.value ?? null)}</b>
        {watermark && ` held by ${partitionLetter(watermark.heldBy)}`}
      </span>
    </div>
  );
}
