import type { RecordStory, WindowStory } from "../../engine/client/types.ts";
import type { Clock } from "./clock.ts";
import type { Sentence } from "./sentence.ts";
import { count } from "./value.ts";
import { windowNames } from "./window-words.ts";

/** Windows that are told one by one; of more, those next to one another with the same outcome together. */
const ONE_BY_ONE = 4;
/** Lines of the list of each single window. */
const MOST_LINES = 60;

/** Whether a record lies in several windows, so that each is told of apart. */
export function isInSeveral({ windows, verdict }: Pick<RecordStory, "windows" | "verdict">): boolean {
  const isCounted = verdict === "counted" || verdict === "out of order" || verdict === "counted late";
  return isCounted && windows.length > 1;
}

/** "is in 7 windows, counted in 5"; "was counted in 3 windows" where it missed none. */
export function severalText({ windows }: Pick<RecordStory, "windows">, verb: string): string {
  const missed = windows.filter(({ outcome }) => outcome === "expired").length;
  if (missed === 0) return `was ${verb} in ${count(windows.length)} windows`;
  return `is in ${count(windows.length)} windows, counted in ${count(windows.length - missed)}`;
}

/** What became of a record in its windows: a line for each while they are few, else for each run of the same outcome. */
export function windowLines({ windows }: Pick<RecordStory, "windows">, clock: Clock): readonly Sentence[] {
  if (windows.length <= ONE_BY_ONE) return windows.map((window) => lineOf([window], clock));
  const runs: WindowStory[][] = [];
  for (const window of windows) {
    const run = runs.at(-1);
    if (run && isAlike(run[0]!, window)) run.push(window);
    else runs.push([window]);
  }
  return runs.map((run) => lineOf(run, clock));
}

/** The same of each single window, where `windowLines` tells of several at once; else none. */
export function singleLines({ windows }: Pick<RecordStory, "windows">, clock: Clock): readonly Sentence[] {
  if (windows.length <= ONE_BY_ONE) return [];
  const lines = windows.slice(0, MOST_LINES).map((window) => lineOf([window], clock));
  const left = windows.length - lines.length;
  return left > 0 ? [...lines, [`and ${count(left)} more`]] : lines;
}

function isAlike(a: WindowStory, b: WindowStory): boolean {
  return a.outcome === b.outcome && a.withdrew === b.withdrew;
}

/** "[00:15, 00:30) closed at 00:32.7: counted, corrected". @param run windows of one outcome. */
function lineOf(run: readonly WindowStory[], clock: Clock): Sentence {
  const [window] = run;
  const { outcome, closed, expired, withdrew } = window!;
  const one = run.length === 1;
  const at = (move: { readonly arrival: number } | null): string =>
    one && move ? ` at ${clock.moment(move.arrival)}` : "";
  const row = withdrew ? `, ${one ? "its row" : "their rows"} withdrawn` : "";
  switch (outcome) {
    case "expired":
      return [...windowNames(run, clock), ` expired${at(expired)}: not counted`];
    case "corrected":
      return [
        ...windowNames(run, clock),
        ` closed${at(closed)}: counted, ${withdrew ? `${one ? "its row" : "their rows"} withdrawn` : "corrected"}`,
      ];
    case "counted":
      return [...windowNames(run, clock), ` ${one ? "was" : "were"} open: counted${row}`];
    case "not reached":
      return [...windowNames(run, clock), ": not reached"];
  }
}
