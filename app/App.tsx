import { useEffect, useState, type ReactNode } from "react";
import { usePlayground } from "./engine/playground-context.ts";
import { useLitSelection } from "./engine/use-lights.ts";
import { usePulledTrace } from "./engine/use-trace.ts";
import { Desk } from "./layout/Desk.tsx";
import { HelpDialog } from "./layout/HelpDialog.tsx";
import { PhoneDesk } from "./layout/PhoneDesk.tsx";
import { TopBar } from "./layout/TopBar.tsx";
import { useRun } from "./session/run-store.ts";
import { LinkRefusal } from "./share/LinkRefusal.tsx";
import { shareNow } from "./share/share-store.ts";
import { FailureBar } from "./status/FailureBar.tsx";
import { StatusBar } from "./status/StatusBar.tsx";
import { TransportBar } from "./transport/TransportBar.tsx";
import { usePhone } from "./ui/use-media.ts";

/** The page: bars above and below, panes between. */
export function App(): ReactNode {
  const phone = usePhone();
  const [help, setHelp] = useState(false);
  usePageKeys(() => setHelp(true));
  usePulledTrace();
  useLitSelection();

  return (
    <Frame>
      <TopBar onHelp={() => setHelp(true)} />
      <FailureBar />
      <LinkRefusal />
      <main className="main">{phone ? <PhoneDesk /> : <Desk />}</main>
      <TransportBar />
      {!phone && <StatusBar />}
      <HelpDialog open={help} onClose={() => setHelp(false)} />
    </Frame>
  );
}

/** Tells tests and styles where the run stands. On its own, so that a frame of play does not render the page anew. */
function Frame({ children }: { readonly children: ReactNode }): ReactNode {
  const phase = useRun(({ state }) => state?.phase ?? "empty");
  const position = useRun(({ state }) => state?.position ?? 0);
  const known = useRun(({ state }) => state?.known ?? 0);
  const run = useRun(({ state }) => state?.run ?? 0);
  const stands = {
    "data-run": run,
    "data-phase": phase,
    "data-position": position,
    "data-known": known,
  };
  return (
    <div className="app" data-testid="app" {...stands}>
      {children}
    </div>
  );
}

/** Keys that work anywhere: Run, Share, and the list of keys while no text field has focus. */
function usePageKeys(onHelp: () => void): void {
  const { run } = usePlayground();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const action = isCommand(event, "Enter")
        ? () => void run()
        : isCommand(event, "s")
          ? () => void shareNow()
          : event.key === "?" && !isTyping(event.target)
            ? onHelp
            : null;
      if (action === null) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [run, onHelp]);
}

/** Whether it is this key with Ctrl or Cmd, and nothing else held. */
function isCommand(event: KeyboardEvent, key: string): boolean {
  const held = event.ctrlKey || event.metaKey;
  return held && !event.altKey && !event.shiftKey && event.key.toLowerCase() === key.toLowerCase();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, textarea, [role=textbox], [data-testid=sql-editor]") !== null
  );
}
