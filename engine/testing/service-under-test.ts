import { EngineService, type QueryDocument } from "../runtime/engine-service.ts";
import { startInProcess, type StartExecution } from "../runtime/execution.ts";
import type { HostOutput } from "../runtime/partition-host.ts";
import type { RunBudget } from "../runtime/query-run.ts";
import type { RunState } from "../runtime/run-state.ts";

/** `rows` records, a ms apart, of seven keys. */
export const csv = (rows: number): string =>
  `ts,k\n${Array.from({ length: rows }, (_, i) => `${1_700_000_000_000 + i},${i % 7}`).join("\n")}\n`;
export const sql = "SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW TUMBLING(ts, 1s) EMIT CHANGES";

/** @returns A document of `rows` such records. */
export function document(rows: number, query: string = sql): QueryDocument {
  return { sql: query, source: { kind: "text", name: "t", format: "csv", text: csv(rows) } };
}

/** A host that takes 20 ms for each batch, one after the other, and fails what is under way when it is stopped. */
export const slowly: StartExecution = (plan, keys, traced, loads) => {
  const inner = startInProcess(plan, keys, traced, loads);
  let before: Promise<unknown> = Promise.resolve();
  let stopped: ((error: Error) => void) | null = null;
  return {
    hosts: inner.hosts,
    process: (batch) => {
      const answer = new Promise<HostOutput>((resolve, reject) => {
        stopped = reject;
        void before.then(() => setTimeout(() => resolve(inner.process(batch)[0]!), 20));
      });
      before = answer.catch(() => undefined);
      return [answer];
    },
    finish: () => inner.finish(),
    dispose: () => stopped?.(new Error("The query was stopped.")),
  };
};

/** What a test sees of a service. */
export interface ServiceUnderTest {
  readonly service: EngineService;
  /** Every state that it sent. */
  readonly states: readonly RunState[];
  /** Waits for a newest state. @throws when it never comes. */
  readonly until: (holds: (state: RunState) => boolean) => Promise<RunState>;
  /** Lets its clock jump. @param ms. */
  readonly pass: (ms: number) => void;
}

const open: EngineService[] = [];

/** A service in this thread, with a clock that can jump. */
export function engine(start: StartExecution = startInProcess, budget?: RunBudget): ServiceUnderTest {
  let clock = 0;
  const states: RunState[] = [];
  const service = new EngineService({
    start,
    workers: () => ({ count: 1, ready: 1, shared: false }),
    fetchData: () => Promise.reject(new Error("There are no sample data here.")),
    now: () => performance.now() + clock,
    ...(budget && { budget }),
  });
  service.onState((state) => states.push(state));
  open.push(service);
  const until = async (holds: (state: RunState) => boolean): Promise<RunState> => {
    for (let turn = 0; turn < 10_000; turn++) {
      const last = states.at(-1);
      if (last && holds(last)) return last;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    throw new Error(`Never came: ${JSON.stringify(states.at(-1))}`);
  };
  return { service, until, states, pass: (ms: number) => void (clock += ms) };
}

/** Ends the work of all that were made. */
export function pauseAll(): void {
  for (const service of open.splice(0)) service.pause();
}
