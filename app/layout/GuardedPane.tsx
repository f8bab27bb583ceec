import type { ReactNode } from "react";
import { Boundary } from "../ui/Boundary.tsx";

interface GuardedPaneProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** A pane whose failure leaves the others at work. */
export function GuardedPane({ name, children }: GuardedPaneProps): ReactNode {
  return (
    <Boundary
      fallback={
        <section className="pane failed-pane" aria-label={name}>
          <p>{name} failed to draw. The run goes on; reloading the page brings this pane back.</p>
        </section>
      }
    >
      {children}
    </Boundary>
  );
}
