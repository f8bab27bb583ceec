import { parseDuration } from "../common/duration.ts";
import type { SourceRange } from "../common/source-range.ts";
import type { Property } from "../sql/ast.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { nearestName } from "./nearest-name.ts";
import { foreignPrefixes, optionKeys, type OptionKey } from "./option-keys.ts";

/** The value of an option and where it stands. */
export interface OptionValue<T> {
  readonly value: T;
  /** The whole `'key' = 'value'`; of a setting from outside the text, the empty range at its start. */
  readonly range: SourceRange;
  /** Whether the stream says it and not the query: what the query says then goes before it, without a word. */
  readonly declared: boolean;
}

interface Entry {
  readonly key: OptionKey;
  readonly value: string;
  readonly range: SourceRange;
  readonly valueRange: SourceRange;
  readonly quoted: boolean;
  readonly declared: boolean;
}

const nowhere: SourceRange = { start: 0, end: 0 };

/** What WITH, the settings and the stream say, checked for unknown and repeated keys; in this order of precedence. */
export class QueryOptions {
  readonly #entries = new Map<OptionKey, Entry>();
  readonly #report: DiagnosticList;

  constructor(
    properties: readonly Property[],
    settings: Readonly<Record<string, string>>,
    declared: Readonly<Record<string, string>>,
    report: DiagnosticList,
  ) {
    this.#report = report;
    this.#set(declared, true);
    this.#set(settings, false);
    const written = new Set<OptionKey>();
    for (const property of properties) {
      const key = findKey(property.key);
      if (key === null) this.#refuseProperty(property);
      else if (written.has(key))
        report.error("DUPLICATE_OPTION", property.keyRange, `'${key}' is set twice.`, {
          hint: "Keep one of them.",
        });
      else {
        written.add(key);
        const { value, range, valueRange } = property;
        this.#entries.set(key, { key, value, range, valueRange, quoted: true, declared: false });
      }
    }
  }

  text(key: OptionKey): OptionValue<string> | null {
    const entry = this.#entries.get(key);
    if (!entry) return null;
    const value = entry.value.trim();
    if (value === "") return this.#bad(entry, `'${key}' is empty.`, "Give it a value or leave it out.");
    return { value, range: entry.range, declared: entry.declared };
  }

  /** One of some words, in any letter case. @param words the meaning of each. */
  choice<T>(key: OptionKey, words: Readonly<Record<string, T>>): OptionValue<T> | null {
    const entry = this.#entries.get(key);
    if (!entry) return null;
    const typed = entry.value.trim().toLowerCase();
    if (Object.hasOwn(words, typed))
      return { value: words[typed]!, range: entry.range, declared: entry.declared };
    const near = nearestName(typed, Object.keys(words));
    return this.#bad(
      entry,
      `'${entry.value}' is no value of '${key}'.`,
      `It is one of: ${Object.keys(words).join(", ")}.`,
      near,
    );
  }

  /** ms, at least 0. */
  duration(key: OptionKey): OptionValue<number> | null {
    const entry = this.#entries.get(key);
    if (!entry) return null;
    const parsed = parseDuration(entry.value);
    if (!parsed.ok)
      return this.#bad(entry, parsed.reason, "Write a number and a unit, such as '5s' or '250ms'.");
    if (parsed.ms < 0)
      return this.#bad(entry, `'${key}' is below zero.`, "Durations of WITH are zero or longer.");
    return { value: parsed.ms, range: entry.range, declared: entry.declared };
  }

  flag(key: OptionKey): OptionValue<boolean> | null {
    return this.choice(key, { true: true, false: false });
  }

  #set(settings: Readonly<Record<string, string>>, declared: boolean): void {
    for (const [name, value] of Object.entries(settings)) {
      const key = findKey(name);
      if (key === null) this.#refuseSetting(name);
      else
        this.#entries.set(key, { key, value, range: nowhere, valueRange: nowhere, quoted: false, declared });
    }
  }

  #bad(entry: Entry, message: string, hint: string, fix: string | null = null): null {
    return this.#report.error("BAD_OPTION_VALUE", entry.valueRange, message, {
      hint,
      fix: fix !== null && entry.quoted ? `'${fix}'` : null,
    });
  }

  #refuseProperty(property: Property): void {
    const near = nearestName(property.key, optionKeys);
    this.#report.error("UNKNOWN_OPTION", property.keyRange, `There is no option '${property.key}'.`, {
      hint: near === null ? `The options are: ${optionKeys.join(", ")}.` : `Did you mean '${near}'?`,
      fix: near === null ? null : `'${near}'`,
    });
  }

  #refuseSetting(name: string): void {
    const message = `There is no setting '${name}'.`;
    if (foreignPrefixes.some((prefix) => name.toLowerCase().startsWith(prefix)))
      this.#report.unsupported(
        "UNSUPPORTED_SETTING",
        nowhere,
        `The setting '${name}' is not supported yet.`,
        {
          hint: "Remove it from the settings.",
        },
      );
    else
      this.#report.error("UNKNOWN_OPTION", nowhere, message, {
        hint: `The settings are: ${optionKeys.join(", ")}.`,
      });
  }
}

function findKey(typed: string): OptionKey | null {
  const wanted = typed.trim().toLowerCase();
  return optionKeys.find((key) => key === wanted) ?? null;
}
