import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { Button, type ButtonProps } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import styles from "./Menu.module.css";
import { usePopover } from "./use-popover.ts";

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** One sentence under the label. */
  readonly detail?: string;
  /** Key that does the same, at the right. */
  readonly keys?: string;
  /** Of exclusive choices: whether it is the present one. */
  readonly checked?: boolean;
  /** A hairline above. */
  readonly apart?: boolean;
  readonly onSelect: () => void;
}

interface MenuProps extends Omit<ButtonProps, "children"> {
  /** Accessible name of button and menu. */
  readonly label: string;
  /** What the button shows; nothing beside its icon where that is left out. */
  readonly children?: ReactNode;
  readonly items: readonly MenuItem[];
}

/** A button that opens a list of choices or actions. */
export function Menu({ label, children, items, ...button }: MenuProps): ReactNode {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const popover = usePopover(opener, list, (isOpen) => {
    setOpen(isOpen);
    if (isOpen) focusItem(list.current, "[aria-checked=true]");
  });

  const shown =
    children === undefined ? undefined : (
      <>
        {children}
        <Icon name="down" />
      </>
    );
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) {
      if (event.key === "Tab") popover.close();
      return;
    }
    event.preventDefault();
    all[(next + all.length) % all.length]?.focus();
  };

  return (
    <>
      <Button
        {...button}
        ref={opener}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        onClick={popover.toggle}
      >
        {shown}
      </Button>
      <div
        ref={list}
        id={id}
        role="menu"
        aria-label={label}
        popover="auto"
        tabIndex={-1}
        className={styles.menu}
        onKeyDown={onKeyDown}
        onBeforeToggle={({ newState }) => {
          // In a card that is open itself the browser gives the focus back to nobody.
          if (newState === "closed" && list.current?.contains(document.activeElement))
            opener.current?.focus();
        }}
      >
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role={item.checked === undefined ? "menuitem" : "menuitemradio"}
            aria-checked={item.checked}
            tabIndex={-1}
            className={item.apart ? `${styles.item} ${styles.apart}` : styles.item}
            onClick={() => {
              popover.close();
              opener.current?.focus();
              item.onSelect();
            }}
          >
            <span className={styles.check}>{item.checked && <Icon name="check" />}</span>
            <span>
              <span className={styles.label}>{item.label}</span>
              {item.detail && <span className={styles.detail}>{item.detail}</span>}
            </span>
            {item.keys && <kbd className={styles.keys}>{item.keys}</kbd>}
          </button>
        ))}
      </div>
    </>
  );
}

function focusItem(list: HTMLElement | null, preferred: string): void {
  const item =
    list?.querySelector<HTMLElement>(preferred) ?? list?.querySelector<HTMLElement>("[role^=menuitem]");
  item?.focus();
}
