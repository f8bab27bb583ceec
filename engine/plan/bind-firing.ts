import type { BoundWindow } from "./bind-window.ts";
import type { BindingContext } from "./binding-context.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import type { OptionValue, QueryOptions } from "./query-options.ts";

/** When windows fire beside their close, as Flink's settings say it. */
export interface Firing {
  /** After each record of an open window. */
  readonly early: boolean;
  /** ms that a closed window waits, printing each correction; null: nothing is said. */
  readonly lateness: number | null;
}

const atClose: Firing = { early: false, lateness: null };

/** A firing that is switched on, how long it may be put off, and the name of that setting. */
interface SwitchedOn {
  readonly option: OptionValue<boolean>;
  readonly delay: OptionValue<number> | null;
  readonly delayKey: string;
}

/**
 * Flink's settings `table.exec.emit.…`: its older windows, those in GROUP BY, print after each record before the close (early fire), and
 * after it (late fire) as long as the allowed lateness keeps them. Windows of table functions know none of it.
 */
export function bindFiring(
  options: QueryOptions,
  window: BoundWindow | null,
  context: BindingContext,
): Firing {
  const { report } = context;
  const early = options.flag("table.exec.emit.early-fire.enabled");
  const late = options.flag("table.exec.emit.late-fire.enabled");
  const earlyDelay = options.duration("table.exec.emit.early-fire.delay");
  const lateDelay = options.duration("table.exec.emit.late-fire.delay");
  const lateness = options.duration("table.exec.emit.allow-lateness");
  const fires: readonly SwitchedOn[] = [
    ...(early?.value ? [{ option: early, delay: earlyDelay, delayKey: "early-fire.delay" }] : []),
    ...(late?.value ? [{ option: late, delay: lateDelay, delayKey: "late-fire.delay" }] : []),
  ];
  const waits = lateness !== null && lateness.value > 0 ? lateness : null;
  const first = fires[0]?.option ?? waits;
  if (first === null) return atClose;
  if (!canFire(first, fires.length > 0, window, context)) return atClose;
  for (const fire of fires) checkDelay(fire, report);
  if (late?.value && waits === null)
    report.error("MISSING_OPTION", late.range, "Without an allowed lateness a window takes nothing late.", {
      hint: "Add SET 'table.exec.emit.allow-lateness' = '5 s'.",
    });
  return { early: early?.value ?? false, lateness: waits?.value ?? null };
}

/** Reports what keeps the window from firing beside its close. @param fires whether it is to, or only to wait. */
function canFire(
  { range }: OptionValue<unknown>,
  fires: boolean,
  window: BoundWindow | null,
  { limits, report }: BindingContext,
): boolean {
  const refuse = (message: string, hint: string): false => {
    report.unsupported("UNSUPPORTED_SETTING", range, message, { hint });
    return false;
  };
  if (!limits.firesEarly)
    return refuse(
      "Only Flink's older windows can be set to fire early and late.",
      "Leave it out; EMIT CHANGES shows every change of a window.",
    );
  if (window?.form === "group-function")
    return (
      window.spec?.kind !== "session" ||
      refuse("A session does not fire early or late.", "Use TUMBLE or HOP, or leave it out.")
    );
  if (window !== null && fires)
    return refuse(
      "Flink fires no window of a table function early or late.",
      "Write GROUP BY TUMBLE(ts, INTERVAL '5' SECOND), or leave it out.",
    );
  report.info("OPTION_WITHOUT_EFFECT", range, "Only windows in GROUP BY fire early or late.", {
    hint: "Write GROUP BY TUMBLE(ts, INTERVAL '5' SECOND), or leave it out.",
  });
  return false;
}

function checkDelay({ option, delay, delayKey }: SwitchedOn, report: DiagnosticList): void {
  if (delay === null)
    report.error("MISSING_OPTION", option.range, "How long a firing may be put off is not said.", {
      hint: `Add SET 'table.exec.emit.${delayKey}' = '0 ms'.`,
    });
  else if (delay.value > 0)
    report.unsupported(
      "UNSUPPORTED_SETTING",
      delay.range,
      "Firing at intervals goes by the clock of Flink's machine, which a replay does not have.",
      { hint: "Write '0 ms': after each record." },
    );
}
