import { useEffect, useState, type ReactNode } from "react";
import { usePlayground } from "./engine/playground-context.ts";
import { useLitSelection } from "./engine/use-lights.ts";
import { usePulledTrace } from "./engine/use-trace.ts";
import { Desk } from "./layout/Desk.tsx";
import { HelpDialog } from "./layout/HelpDialog.tsx";
import { PhoneDesk } from "./layout/PhoneDesk.tsx";
import { TopBar } from "./layout/TopBar.tsx";
import { useRun } from "./session/run-store.ts";
import { FailureBar } from "./status/FailureBar.tsx";
import { StatusBar } from "./status/StatusBar.tsx";
import { TransportBar } from "./transport/TransportBar.tsx";
import { usePhone } from "./ui/use-media.ts";

/** The page: bars above and below, panes between. */
export function App(): ReactNode {
  const phone = usePhone();
  const [help, setHelp] = useState(false);
  const phase = useRun(({ state }) => state?.phase ?? "empty");
  const position = useRun(({ state }) => state?.position ?? 0);
  usePageKeys(() => setHelp(true));
  usePulledTrace();
  useLitSelection();

  return (
    <div className="app" data-testid="app" data-phase={phase} data-position={position}>
      <TopBar onHelp={() => setHelp(true)} />
      <FailureBar />
      <main className="main">{phone ? <PhoneDesk /> : <Desk />}</main>
      <TransportBar />
      {!phone && <StatusBar />}
      <HelpDialog open={help} onClose={() => setHelp(false)} />
    </div>
  );
}

/** Keys that work anywhere: Run, and the list of keys while no text field has focus. */
function usePageKeys(onHelp: () => void): void {
  const { run } = usePlayground();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault();
        event.stopPropagation();
        void run();
      } else if (event.key === "?" && !isTyping(event.target)) {
        event.preventDefault();
        onHelp();
      }
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [run, onHelp]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, textarea, [role=textbox], [data-testid=sql-editor]") !== null
  );
}
