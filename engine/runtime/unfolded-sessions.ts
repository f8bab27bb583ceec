import { BIGINT } from "../data/data-type.ts";
import { Changelog } from "../operator/changelog.ts";
import { copyValue } from "../operator/over/copy-value.ts";
import { SessionAggregation } from "../window/session-aggregation.ts";
import type {
  SessionWatcher,
  SessionWindowRules,
  WindowedAggregation,
  WindowInput,
  WindowListener,
} from "../window/windowed-aggregation.ts";
import { RecordLists } from "./record-lists.ts";

/** Sessions that put out their records when they close, one row each, instead of one row a group. */
export class UnfoldedSessions implements WindowedAggregation {
  readonly changelog: Changelog;
  readonly #sessions: SessionAggregation;
  readonly #lists: RecordLists;

  /** @param rules with the types of the columns that are kept of a record; the accumulators are not looked at. */
  constructor(rules: SessionWindowRules, watcher: SessionWatcher | null) {
    this.changelog = new Changelog(rules.types);
    this.#lists = new RecordLists(rules.types);
    const onWritten = (): void => undefined;
    this.#sessions = new SessionAggregation(
      { ...rules, types: [BIGINT], accumulators: [this.#lists], onWritten },
      watcher,
    );
  }

  get counted(): number {
    return this.#sessions.counted;
  }

  get corrections(): number {
    return this.#sessions.corrections;
  }

  get nextClose(): number {
    return this.#sessions.nextClose;
  }

  get nextExpiry(): number {
    return this.#sessions.nextExpiry;
  }

  foresee(input: WindowInput, count: number): void {
    this.#sessions.foresee(input, count);
  }

  process(input: WindowInput, from: number, to: number, listener: WindowListener): void {
    const columns = input.arguments.map((argument) => argument.columns[0]!);
    this.#sessions.process({ ...input, arguments: [{ base: input.base, columns }] }, from, to, listener);
    this.#unfold();
  }

  advance(watermark: number, cause: number, reason: number): void {
    this.#sessions.advance(watermark, cause, reason);
    this.#unfold();
  }

  printChanged(cause: number, watermark: number): void {
    this.#sessions.printChanged(cause, watermark);
    this.#unfold();
  }

  #unfold(): void {
    const folded = this.#sessions.changelog;
    const log = this.changelog;
    for (let row = 0; row < folded.length; row++) {
      const [numbers] = folded.aggregates;
      const cells = numbers!.kind === "number" ? this.#lists.list(numbers!.values[row]!) : [];
      const from = log.length;
      const to = from + cells.length;
      log.reserve(cells.length);
      log.length = to;
      log.cause.fill(folded.cause[row]!, from, to);
      log.kind.fill(folded.kind[row]!, from, to);
      log.pane.fill(folded.pane[row]!, from, to);
      log.reason.fill(folded.reason[row]!, from, to);
      log.watermark.fill(folded.watermark[row]!, from, to);
      log.windowStart.fill(folded.windowStart[row]!, from, to);
      log.windowEnd.fill(folded.windowEnd[row]!, from, to);
      log.key.fill(folded.key[row]!, from, to);
      // A row's bounds are made of all records of its session.
      log.first.fill(folded.first[row]!, from, to);
      log.aggregates.forEach((buffer, index) => {
        const column = this.#lists.column(index);
        cells.forEach((cell, i) => copyValue(column, cell, buffer, from + i));
      });
    }
    folded.clear();
    this.#lists.forget();
  }
}
