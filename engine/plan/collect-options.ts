import type { StreamDefinition } from "../catalog/stream-definition.ts";
import type { FromItem, Identifier, Property, Select } from "../sql/ast.ts";
import { isAboutWatermark } from "./bind-declared-time.ts";
import type { ScriptQuery } from "./bind-script.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { streamOfName } from "./find-stream.ts";
import { namesRead } from "./names-read.ts";
import { QueryOptions } from "./query-options.ts";
import { readOptions, readSetting, type SpokenOption } from "./read-options.ts";

const nowhere = { start: 0, end: 0 };

/** Places of a hint that say nothing about time: a planner of another engine reads them. */
const speedHints =
  /^(BROADCAST|SHUFFLE_HASH|SHUFFLE_MERGE|NEST_LOOP|LOOKUP|STATE_TTL|QUERY_STATE_TTL|JOIN_STATE_TTL)$/i;

/**
 * All that is said about how a query runs, in rising precedence: the stream of itself, its definition in the script, the
 * caller's settings, SET, the WITH list of CREATE … AS, options and hints at the stream's name, the query's own WITH list.
 */
export function collectOptions(
  select: Select,
  { streams, declared, settings: set, idleSettings, target }: ScriptQuery,
  settings: Readonly<Record<string, string>>,
  report: DiagnosticList,
): QueryOptions {
  const sources = namesRead(select).map(({ text }) => text);
  const sinks = [target?.name ?? null, select.into].filter((name) => name !== null).map(({ text }) => text);
  const aliases = aliasesOf(select.from);
  const names = { sources: [...sources, ...aliases], sinks };
  for (const hint of select.hints) noteHint(hint, report);
  const stream = streamOfName(readName(select.from)?.text, streams);
  return new QueryOptions(
    declaredOptions(stream, declared, report),
    [
      ...recordOptions(settings, report),
      ...set,
      ...readOptions(target?.properties ?? [], report, names),
      ...readOptions(propertiesOf(select.from, report), report, names),
      ...readOptions(select.properties, report, names),
    ],
    idleSettings,
    report,
  );
}

/** What the stream says; a bound or strategy of its definition in the script replaces all of the kind that it was loaded with. */
function declaredOptions(
  stream: StreamDefinition | null,
  declared: ScriptQuery["declared"],
  report: DiagnosticList,
): readonly SpokenOption[] {
  if (stream === null) return [];
  const own = recordOptions(stream.options ?? {}, report);
  const written = declared.get(stream.name.toLowerCase()) ?? [];
  const kept = written.some(isAboutWatermark) ? own.filter((option) => !isAboutWatermark(option)) : own;
  return [...kept, ...written];
}

/** Options from outside the text. */
function recordOptions(
  settings: Readonly<Record<string, string>>,
  report: DiagnosticList,
): readonly SpokenOption[] {
  return Object.entries(settings)
    .map(([key, value]) =>
      readSetting({ key, value, range: nowhere, keyRange: nowhere, valueRange: nowhere }, false, report),
    )
    .filter((option) => option !== null);
}

/** The name of the one stream that is read, or null. */
function readName(from: FromItem | null): Identifier | null {
  const read = from?.kind === "window-function" ? from.input : from;
  return read?.kind === "stream" ? read.name : null;
}

function aliasesOf(from: FromItem | null): readonly string[] {
  return from !== null && from.kind !== "join" && from.alias !== null ? [from.alias.text] : [];
}

/** What stands directly behind the stream's name: `WITH (…)` and the hint `OPTIONS(…)`. */
function propertiesOf(from: FromItem | null, report: DiagnosticList): readonly Property[] {
  const read = from?.kind === "window-function" ? from.input : from;
  if (read?.kind !== "stream") return [];
  const hinted = read.hints.filter((hint) => hint.name.text.toUpperCase() === "OPTIONS");
  for (const hint of read.hints) if (!hinted.includes(hint)) noteHint(hint, report);
  return [...read.properties, ...hinted.flatMap(({ properties }) => properties)];
}

function noteHint({ name, range }: Select["hints"][number], report: DiagnosticList): void {
  if (speedHints.test(name.text))
    report.info(
      "HINT_WITHOUT_EFFECT",
      range,
      `The hint ${name.text} is about speed and changes nothing here.`,
      {
        hint: "It may stay.",
      },
    );
  else
    report.error("UNKNOWN_HINT", range, `There is no hint ${name.text} here.`, {
      hint: "Known is OPTIONS('key' = 'value') behind the name of a stream.",
    });
}
