import type { StreamDefinition } from "../catalog/stream-definition.ts";
import type { Identifier } from "../sql/ast.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { listNames } from "./list-names.ts";
import { nearestName } from "./nearest-name.ts";
import { quoteName } from "./quote-name.ts";

/** The stream of that name (letter case does not matter), or null. Reports nothing. */
export function streamOfName(
  name: string | undefined,
  streams: readonly StreamDefinition[],
): StreamDefinition | null {
  const wanted = name?.toLowerCase();
  return streams.find((stream) => stream.name.toLowerCase() === wanted) ?? null;
}

/** @returns null after reporting that there is no such stream, with the nearest one as the fix. */
export function findStream(
  name: Identifier,
  streams: readonly StreamDefinition[],
  report: DiagnosticList,
): StreamDefinition | null {
  const found = streamOfName(name.text, streams);
  if (found) return found;
  const names = streams.map((stream) => stream.name);
  const near = nearestName(name.text, names) ?? (names.length === 1 ? names[0]! : null);
  return report.error("UNKNOWN_STREAM", name.range, `There is no stream ${name.text}.`, {
    hint: names.length === 0 ? "Choose a stream first." : `The streams are: ${listNames(names)}.`,
    fix: near === null ? null : quoteName(near),
  });
}
