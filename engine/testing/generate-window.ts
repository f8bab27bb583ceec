import fc from "fast-check";

/** A window in no engine's words. All lengths are ms. */
export interface GeneratedWindow {
  readonly kind: "tumbling" | "hopping" | "cumulate" | "session";
  /** Of sessions the gap. */
  readonly size: number;
  /** From one window to the next; of hopping and cumulating windows alone. */
  readonly step: number;
  /** Not of sessions. */
  readonly offset: number;
}

/** Short, so that records meet their edges, and of any ratio: where hops are longer than windows there are gaps. */
export const generatedWindow: fc.Arbitrary<GeneratedWindow> = fc.record({
  kind: fc.constantFrom("tumbling", "tumbling", "hopping", "hopping", "cumulate", "session", "session"),
  size: fc.constantFrom(1, 7, 10, 16, 40),
  step: fc.constantFrom(2, 3, 5, 10, 25),
  offset: fc.constantFrom(0, 0, 3, 23),
});

/** `WINDOW …` of the native dialect. */
export function nativeWindow({ kind, size, step, offset }: GeneratedWindow): string {
  const moved = offset === 0 ? "" : `, OFFSET ${offset}ms`;
  if (kind === "session") return ` WINDOW SESSION(${size}ms)`;
  if (kind === "tumbling") return ` WINDOW TUMBLING(${size}ms${moved})`;
  if (kind === "hopping") return ` WINDOW SLIDING(${size}ms, ${step}ms${moved})`;
  return ` WINDOW CUMULATE(${Math.min(step, size)}ms, ${size}ms${moved})`;
}

/** `WINDOW …` of ksqlDB, which has no gaps, offsets and cumulating windows. */
export function ksqldbWindow({ kind, size, step }: GeneratedWindow, grace: string): string {
  if (kind === "tumbling") return ` WINDOW TUMBLING (SIZE ${size} MILLISECONDS${grace})`;
  if (kind === "session") return ` WINDOW SESSION (${size} MILLISECONDS${grace})`;
  const advance = `ADVANCE BY ${Math.min(step, size)} MILLISECONDS`;
  return ` WINDOW HOPPING (SIZE ${size} MILLISECONDS, ${advance}${grace})`;
}

/** Flink's function in FROM, whose size is a whole number of steps. @param keys columns; those of sessions. */
export function flinkTable({ kind, size, step, offset }: GeneratedWindow, keys: readonly string[]): string {
  const by =
    keys.length === 0 ? "" : ` PARTITION BY ${keys.length === 1 ? keys[0]! : `(${keys.join(", ")})`}`;
  if (kind === "session") return `TABLE(SESSION(TABLE t${by}, DESCRIPTOR(ts), ${seconds(size)}))`;
  const table = "TABLE t, DESCRIPTOR(ts)";
  const moved = (ms: number): string => (ms === 0 ? "" : `, ${seconds(ms)}`);
  if (kind === "tumbling") return `TABLE(TUMBLE(${table}, ${seconds(size)}${moved(offset % size)}))`;
  const whole = step * Math.ceil(size / step);
  const name = kind === "hopping" ? "HOP" : "CUMULATE";
  return `TABLE(${name}(${table}, ${seconds(step)}, ${seconds(whole)}${moved(offset)}))`;
}

/** RisingWave's function in FROM, which does not cumulate and has no sessions. */
export function risingwaveTable({ kind, size, step, offset }: GeneratedWindow): string {
  const length = (ms: number): string => `INTERVAL '${ms / 1000} seconds'`;
  const moved = offset === 0 ? "" : `, ${length(offset)}`;
  if (kind === "tumbling") return `TUMBLE(t, ts, ${length(size)}${moved})`;
  return `HOP(t, ts, ${length(step)}, ${length(step * Math.ceil(size / step))}${moved})`;
}

/** Flink's function in GROUP BY, of any ratio; it does not cumulate. */
export function flinkGroup({ kind, size, step }: GeneratedWindow): {
  readonly name: "TUMBLE" | "HOP" | "SESSION";
  readonly measures: string;
} {
  if (kind === "session") return { name: "SESSION", measures: `ts, ${seconds(size)}` };
  if (kind === "tumbling") return { name: "TUMBLE", measures: `ts, ${seconds(size)}` };
  return { name: "HOP", measures: `ts, ${seconds(step)}, ${seconds(size)}` };
}

function seconds(ms: number): string {
  return `INTERVAL '${ms / 1000}' SECOND`;
}
