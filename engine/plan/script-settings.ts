import type { SourceRange } from "../common/source-range.ts";
import type { ResetStatement, SetStatement } from "../sql/statement-ast.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { readReset, readSetting, type SpokenOption } from "./read-options.ts";

/** What the SET and RESET statements of a script say, in the order of the text. */
export class ScriptSettings {
  readonly #report: DiagnosticList;
  #acting: SpokenOption[] = [];
  readonly #idle: SpokenOption[] = [];

  constructor(report: DiagnosticList) {
    this.#report = report;
  }

  /** Those that act on the query, in rising precedence. */
  get acting(): readonly SpokenOption[] {
    return this.#acting;
  }

  /** Those that RESET takes back, and those behind the query. */
  get idle(): readonly SpokenOption[] {
    return this.#idle;
  }

  /** @param passed whether the query stands before. */
  set({ property }: SetStatement, passed: boolean): void {
    if (property === null) return;
    const setting = readSetting(property, true, this.#report);
    if (passed) this.#warn(property.range, "Move it before the query.");
    if (setting !== null) (passed ? this.#idle : this.#acting).push(setting);
  }

  /** Takes back what was set before: one key, or without a key all. @param passed whether the query stands before. */
  reset({ key, range }: ResetStatement, passed: boolean): void {
    const own = key && readReset(key, this.#report);
    if (passed) return this.#warn(range, "Move it before the query, or leave it out.");
    const isReset = (setting: SpokenOption): boolean => key === null || setting.key === own;
    this.#idle.push(...this.#acting.filter(isReset));
    this.#acting = this.#acting.filter((setting) => !isReset(setting));
  }

  #warn(range: SourceRange, hint: string): void {
    this.#report.warning(
      "SETTING_AFTER_QUERY",
      range,
      "A setting acts on what follows, and the query stands before.",
      { hint },
    );
  }
}
