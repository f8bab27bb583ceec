import { useEffect, useEffectEvent } from "react";

/** Where Escape has a meaning of its own. */
const OWN_ESCAPE = "input, textarea, select, .monaco-editor, dialog, [popover], [role=menu]";

/** Calls `act` when Escape is pressed and nothing nearer takes it: an editor, a menu or a dialog. */
export function useEscape(active: boolean, act: () => void): void {
  const pressed = useEffectEvent(act);
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(OWN_ESCAPE)) return;
      if (document.querySelector(":popover-open, dialog[open]")) return;
      pressed();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [active]);
}
