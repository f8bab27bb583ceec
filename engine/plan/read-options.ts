import type { SourceRange } from "../common/source-range.ts";
import type { Property } from "../sql/ast.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { foreignKeys, foreignOption, foreignSetting, type ForeignOption } from "./foreign-options.ts";
import { listNames } from "./list-names.ts";
import { nearestName } from "./nearest-name.ts";
import { findOptionKey, optionKeys, type OptionKey } from "./option-keys.ts";

/** One of our keys and where its value was said. */
export interface SpokenOption {
  readonly key: OptionKey;
  readonly value: string;
  /** The whole `'key' = 'value'`; of a setting from outside the text, the empty range at its start. */
  readonly range: SourceRange;
  readonly keyRange: SourceRange;
  readonly valueRange: SourceRange;
  /** Whether a replacement of the value's range may be put in quotes. */
  readonly quoted: boolean;
}

/** Names whose options stand in the list with the name before them: `'orders.topic' = 'x'`. */
export interface PrefixNames {
  /** Of streams that are read: what they say of time acts. */
  readonly sources: readonly string[];
  /** Of what is written: nothing is, so none acts. */
  readonly sinks: readonly string[];
}

/** Nobody's names are longer; a key of nothing but points stays cheap. */
const longestPrefix = 200;

const noNames: PrefixNames = { sources: [], sinks: [] };

/**
 * The options of a WITH list or a hint in our own keys. Those about servers, topics and files are noted once for the
 * whole list; unknown and repeated ones are errors.
 */
export function readOptions(
  properties: readonly Property[],
  report: DiagnosticList,
  names: PrefixNames = noNames,
): readonly SpokenOption[] {
  const spoken: SpokenOption[] = [];
  const silent: Property[] = [];
  const written = new Set<string>();
  const typed = prefixesOf(properties, names);
  for (const property of properties) {
    const { key, prefix } = withoutPrefix(property.key, typed);
    const own = findOptionKey(key);
    const foreign = own === null ? readForeign(key, prefix, property.value) : null;
    const meant = own ?? (foreign?.kind === "means" ? foreign.key : property.key.toLowerCase());
    if (written.has(meant)) {
      report.error("DUPLICATE_OPTION", property.keyRange, `'${own ?? property.key}' is set twice.`, {
        hint: "Keep one of them.",
      });
      continue;
    }
    written.add(meant);
    if (prefix === "sink" || foreign?.kind === "nothing") silent.push(property);
    else if (own !== null) spoken.push({ ...property, key: own, quoted: true });
    else if (foreign?.kind === "means")
      spoken.push({ ...property, key: foreign.key, value: foreign.value, quoted: true });
    else if (foreign?.kind === "refused")
      report.unsupported("UNSUPPORTED_OPTION", property.range, foreign.message, { hint: foreign.hint });
    else reportUnknownOption(property, key, report);
  }
  reportSilent(silent, report);
  return spoken;
}

/** Our key that the key of a RESET means; null where it is another's, or unknown, which was then reported. */
export function readReset(
  { text, range }: { readonly text: string; readonly range: SourceRange },
  report: DiagnosticList,
): OptionKey | null {
  const own = findOptionKey(text);
  if (own !== null) return own;
  const foreign = foreignSetting(text, "");
  if (foreign === null) return reportUnknownSetting(text, range, true, report);
  return foreign.kind === "means" ? foreign.key : null;
}

/** What SET or the caller's settings say, in our own keys. @param property of settings from outside: empty ranges. */
export function readSetting(
  property: Property,
  quoted: boolean,
  report: DiagnosticList,
): SpokenOption | null {
  const own = findOptionKey(property.key);
  if (own !== null) return { ...property, key: own, quoted };
  const foreign = foreignSetting(property.key, property.value);
  switch (foreign?.kind) {
    case "means":
      return { ...property, key: foreign.key, value: foreign.value, quoted };
    case "nothing":
      return report.info(
        "OPTION_WITHOUT_EFFECT",
        property.range,
        `The setting '${property.key}' changes nothing in a browser.`,
        { hint: "It is about servers, storage or speed, or says what holds here anyway." },
      );
    case "refused":
      return report.unsupported("UNSUPPORTED_SETTING", property.range, foreign.message, {
        hint: foreign.hint,
      });
    case undefined:
      return reportUnknownSetting(property.key, property.keyRange, quoted, report);
  }
}

function reportUnknownSetting(
  key: string,
  range: SourceRange,
  quoted: boolean,
  report: DiagnosticList,
): null {
  const near = nearestName(key, [...optionKeys, ...foreignKeys]);
  return report.error("UNKNOWN_OPTION", range, `There is no setting '${key}'.`, {
    hint: near === null ? `The settings are: ${optionKeys.join(", ")}.` : `Did you mean '${near}'?`,
    fix: near === null || !quoted ? null : `'${near}'`,
  });
}

/** Lower-case prefixes with their point, and whose options they hold. A key `x.type` also says that x is one. */
function prefixesOf(
  properties: readonly Property[],
  names: PrefixNames,
): ReadonlyMap<string, "source" | "sink"> {
  const prefixes = new Map<string, "source" | "sink">();
  for (const { key, value } of properties) {
    const name = /^(.+)\.type$/i.exec(key)?.[1];
    if (name !== undefined)
      prefixes.set(`${name.toLowerCase()}.`, /sink$/i.test(value.trim()) ? "sink" : "source");
  }
  prefixes.set("sink.", "sink").set("source.", "source");
  for (const name of names.sinks) prefixes.set(`${name.toLowerCase()}.`, "sink");
  for (const name of names.sources) prefixes.set(`${name.toLowerCase()}.`, "source");
  return prefixes;
}

interface SplitKey {
  readonly key: string;
  readonly prefix: "source" | "sink" | null;
}

function withoutPrefix(typed: string, prefixes: ReadonlyMap<string, "source" | "sink">): SplitKey {
  const lower = typed.toLowerCase();
  for (let end = lower.indexOf("."); end >= 0 && end < longestPrefix; end = lower.indexOf(".", end + 1)) {
    const prefix = prefixes.get(lower.slice(0, end + 1));
    if (prefix !== undefined) return { key: typed.slice(end + 1), prefix };
  }
  return { key: typed, prefix: null };
}

/** Behind a stream's name stand the keys of its client, which nobody can list: only one that is nearly ours is wrong. */
function readForeign(key: string, prefix: SplitKey["prefix"], value: string): ForeignOption | null {
  const found = foreignOption(key, value);
  if (found !== null || prefix === null) return found;
  return prefix === "source" && nearestName(key, optionKeys) !== null ? null : { kind: "nothing" };
}

function reportUnknownOption(property: Property, key: string, report: DiagnosticList): void {
  const near = nearestName(key, [...optionKeys, ...foreignKeys]);
  const typed = property.key.slice(0, property.key.length - key.length);
  report.error("UNKNOWN_OPTION", property.keyRange, `There is no option '${property.key}'.`, {
    hint: near === null ? `The options are: ${optionKeys.join(", ")}.` : `Did you mean '${typed}${near}'?`,
    fix: near === null ? null : `'${typed}${near}'`,
  });
}

function reportSilent(silent: readonly Property[], report: DiagnosticList): void {
  const [first] = silent;
  if (first === undefined) return;
  const keys = listNames(silent.map(({ key }) => `'${key}'`));
  report.info(
    "OPTION_WITHOUT_EFFECT",
    first.range,
    `Nothing is connected or stored here: ${keys} ${silent.length === 1 ? "changes" : "change"} nothing.`,
    {
      hint: "The stream is chosen beside the editor; the result is shown below.",
    },
  );
}
