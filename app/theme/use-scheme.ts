import { useLayout, type ThemeChoice } from "../session/layout-store.ts";
import { useMedia } from "../ui/use-media.ts";

export type Scheme = "light" | "dark";

/** What the page shows now: the visitor's choice, else the system's. */
export function useScheme(): Scheme {
  const choice = useLayout((layout) => layout.theme);
  const systemDark = useMedia("(prefers-color-scheme: dark)");
  return choice === "system" ? (systemDark ? "dark" : "light") : choice;
}

/** Puts a choice on the page; the stylesheet does the rest. */
export function applyTheme(choice: ThemeChoice): void {
  const root = document.documentElement;
  if (choice === "system") root.removeAttribute("data-theme");
  else root.dataset["theme"] = choice;
}
