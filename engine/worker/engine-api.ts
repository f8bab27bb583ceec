import type { EngineService } from "../runtime/engine-service.ts";
import type { RunState } from "../runtime/run-state.ts";
import type { SampleDescription } from "../source/samples/sample.ts";

/** What the engine worker offers the page over Comlink; the page's own form of it is client/types.ts, Engine. */
export interface EngineApi extends Omit<
  { [Method in keyof EngineService]: EngineService[Method] },
  "fail" | "onState" | "workersChanged"
> {
  /** Said first: the page's address, which sample data are found by. */
  begin(pageUrl: string): void;
  /** A partition worker is being started, and will listen on the port. */
  attach(index: number, port: MessagePort): void;
  workerStarted(index: number): void;
  /** A partition worker died, or never started. The message names it. */
  workerFailed(index: number, message: string): void;
  samples(): readonly SampleDescription[];
  onState(listener: (state: RunState) => void): void;
}
