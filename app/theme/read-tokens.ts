/** A token of tokens.css without its dashes. */
export type TokenName =
  | "bg"
  | "surface"
  | "raised"
  | "line"
  | "line2"
  | "hover"
  | "sel"
  | "text"
  | "text2"
  | "text3"
  | "ink"
  | "on-ink"
  | "focus"
  | "early"
  | "on-time"
  | "late"
  | "dropped"
  | "early-word"
  | "on-time-word"
  | "late-word"
  | "dropped-word"
  | "sql-keyword"
  | "sql-string"
  | "sql-comment";

/**
 * Colours as the page shows them now, `#rrggbb`: for Monaco and canvases, which want colours as data.
 * A custom property answers with its text; only a real property answers with the colour of the present scheme.
 */
export function readTokens<Name extends TokenName>(names: readonly Name[]): Record<Name, string> {
  const probe = document.createElement("span");
  probe.hidden = true;
  document.body.append(probe);
  const colours = Object.fromEntries(
    names.map((name) => {
      probe.style.color = `var(--${name})`;
      return [name, toHex(getComputedStyle(probe).color)];
    }),
  ) as Record<Name, string>;
  probe.remove();
  return colours;
}

/** @param rgb `rgb(21, 24, 29)` as a computed style spells it. @returns `#15181d`. */
export function toHex(rgb: string): string {
  const channels = rgb.match(/[\d.]+/g) ?? [];
  return `#${channels
    .slice(0, 3)
    .map((channel) => Math.round(Number(channel)).toString(16).padStart(2, "0"))
    .join("")}`;
}
