import type { ReactNode } from "react";
import { EVENT_KINDS, type Direction, type EventKind } from "../../engine/client/types.ts";
import { usePlayground } from "../engine/playground-context.ts";
import { useMoves } from "../session/moves-store.ts";
import { Button } from "../ui/Button.tsx";
import type { IconName } from "../ui/Icon.tsx";
import { Menu, type MenuItem } from "../ui/Menu.tsx";
import { usePhone } from "../ui/use-media.ts";
import { eventAction } from "../words/event-kinds.ts";
import styles from "./NextEvent.module.css";
import { eventKey } from "./transport-action.ts";

const icons: Record<EventKind, IconName> = {
  record: "nextRecord",
  close: "nextClose",
  watermark: "nextWatermark",
  drop: "nextDrop",
  correction: "nextCorrection",
  row: "nextRow",
};

/** Jumps to the next and the previous event of the chosen kind; its menu chooses the kind, and jumps too. */
export function NextEvent({ disabled }: { readonly disabled: boolean }): ReactNode {
  const { jump } = usePlayground();
  const kind = useMoves((moves) => moves.kind);
  const phone = usePhone();
  const next = eventAction(kind, "next");

  const item = (one: EventKind, direction: Direction): MenuItem => ({
    id: `${direction} ${one}`,
    label: eventAction(one, direction),
    keys: eventKey(one, direction),
    ...(direction === "next" && { checked: one === kind }),
    apart: direction === "previous" && one === EVENT_KINDS[0],
    onSelect: () => {
      useMoves.setState({ kind: one });
      void jump(one, direction);
    },
  });

  return (
    <div className={styles.group}>
      {!phone && (
        <Button
          className={styles.previous}
          icon="previous"
          aria-label={eventAction(kind, "previous")}
          keys={eventKey(kind, "previous")}
          disabled={disabled}
          onClick={() => void jump(kind, "previous")}
        />
      )}
      <Button
        className={styles.next}
        {...(phone ? { icon: icons[kind] } : { keys: eventKey(kind, "next") })}
        aria-label={next}
        title={`${next} (${eventKey(kind, "next")})`}
        disabled={disabled}
        onClick={() => void jump(kind, "next")}
      >
        {phone ? undefined : next}
      </Button>
      <Menu
        className={styles.choose}
        icon="down"
        label="Other events"
        disabled={disabled}
        items={[
          ...EVENT_KINDS.map((one) => item(one, "next")),
          ...EVENT_KINDS.map((one) => item(one, "previous")),
        ]}
      />
    </div>
  );
}
