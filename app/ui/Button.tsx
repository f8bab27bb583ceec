import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import styles from "./Button.module.css";
import { Icon, type IconName } from "./Icon.tsx";

/** Ink: the one next step of the page. Outline: its neighbour. Hairline: menus. Bare: everything else. */
export type ButtonKind = "ink" | "outline" | "hairline" | "bare";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  /** Key that does the same, shown beside the label. */
  readonly keys?: string;
  /** 24 high, for headers. */
  readonly small?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with a label; with an icon alone it needs `aria-label`, which is its tooltip too. */
export function Button(props: ButtonProps): ReactNode {
  const { kind = "bare", icon, keys, small, children, className, ...rest } = props;
  const bare = children === undefined;
  const classes = [styles.button, styles[kind], small && styles.small, bare && styles.icon, className];
  const name = rest["aria-label"];
  return (
    <button
      type="button"
      title={bare && name ? (keys ? `${name} (${keys})` : name) : undefined}
      {...rest}
      className={classes.filter(Boolean).join(" ")}
    >
      {icon && <Icon name={icon} />}
      {children}
      {keys && !bare && <kbd className={styles.keys}>{keys}</kbd>}
    </button>
  );
}
