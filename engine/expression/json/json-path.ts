/** One step into a value. */
export interface JsonStep {
  /** The member of an object; null: the step is into an array only. */
  readonly key: string | null;
  /** The element of an array, from 0 or, below 0, from the last; null: the step is into an object only. */
  readonly index: number | null;
}

export type JsonPath = readonly JsonStep[];

/** Steps beyond which nobody writes a path. */
const MOST_STEPS = 100;
const LONGEST = 10_000;

const step =
  /\.?\[\s*(?:(\d{1,9})|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*\]|\.?"((?:[^"\\]|\\.)*)"|\.?([^.[\]"'*?]+)/y;

/**
 * Reads `$.a.b[0]`, `$['a b']`, `$."a b"`, with `lax` or `strict` before it, and, without the `$`, `a.b.0`.
 * A number behind a point is an element of an array or the member of that name.
 *
 * @returns The steps, or a sentence that says what is wrong.
 */
export function parseJsonPath(path: string): JsonPath | string {
  const text = path.trim().replace(/^(?:lax|strict)\s+/i, "");
  const rooted = text.startsWith("$");
  if (text.length > LONGEST) return "The path is too long.";
  if (text === "") return "The path is empty; write $.name or name.name.";
  const steps: JsonStep[] = [];
  let at = rooted ? 1 : 0;
  while (at < text.length) {
    step.lastIndex = at;
    const found = step.exec(text);
    const [whole, index, single, double, quoted, bare] = found ?? [];
    const begins = at === 0 || whole?.startsWith(".") || whole?.startsWith("[");
    if (whole === undefined || !begins || steps.length >= MOST_STEPS) return problemAt(text, at);
    if (index !== undefined) steps.push({ key: null, index: Number(index) });
    else if (bare !== undefined) steps.push(bareStep(bare.trim()));
    else steps.push({ key: unescaped(single ?? double ?? quoted ?? ""), index: null });
    at += whole.length;
  }
  return steps;
}

function bareStep(name: string): JsonStep {
  return { key: name, index: /^\d{1,9}$/.test(name) ? Number(name) : null };
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, "$1");
}

function problemAt(text: string, at: number): string {
  const rest = text.slice(at, at + 20);
  return /^\.?\.?[[]?\s*[*?]|^\.\./.test(rest)
    ? `The path goes to one value: wildcards, filters and '..' are not known, at '${rest}'.`
    : `The path is not understood at '${rest}'; write $.name, $.name[0] or name.name.`;
}
