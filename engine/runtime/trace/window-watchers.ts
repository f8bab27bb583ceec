import type { SessionMoment, SessionWatcher, WindowWatcher } from "../../window/windowed-aggregation.ts";
import type { HostTracer } from "./host-tracer.ts";
import { ABSORBED, CLOSED, EXPIRED, GROWN, OPENED, RETRACTED } from "./trace-tables.ts";

/** Writes what happens to the windows of a partition into the trace. */
export function windowWatcher(tracer: HostTracer, partition: number): WindowWatcher {
  const tell = (event: number) => (start: number, end: number, seq: number) =>
    tracer.addWindowEvent({ seq, event, partition, start, end });
  return {
    onOpened: tell(OPENED),
    onClosed: tell(CLOSED),
    onRetracted: tell(RETRACTED),
    onExpired: tell(EXPIRED),
  };
}

/** The same of sessions. */
export function sessionWatcher(tracer: HostTracer, partition: number): SessionWatcher {
  const tell =
    (event: number) =>
    (session: SessionMoment, oldStart: number = NaN, oldEnd: number = NaN): void =>
      tracer.addWindowEvent({ ...session, event, partition, oldStart, oldEnd });
  return {
    onOpened: tell(OPENED),
    onGrown: tell(GROWN),
    onAbsorbed: tell(ABSORBED),
    onClosed: tell(CLOSED),
    onRetracted: tell(RETRACTED),
    onExpired: tell(EXPIRED),
  };
}
