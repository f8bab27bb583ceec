import type { NumberColumn, StringColumn } from "../../data/column.ts";
import { Dictionary } from "../../data/dictionary.ts";
import { formatTime } from "../../data/format-time.ts";
import { parseTime } from "../../data/parse-time.ts";
import { reportBadArguments, withoutResults } from "../bad-arguments.ts";
import { EntryNumbers } from "../entry-numbers.ts";
import { type Kernel, type Operand, bothValid, maskOf, numberColumn, ownValidity } from "../kernel.ts";
import { PatternCache, type PatternLanguage } from "./pattern-cache.ts";
import { constantText } from "./time-arguments.ts";

/** A time written by a pattern. Streams come in the order of time, so that rows often have the time of the row before. */
export function formatKernel(name: string, operands: readonly Operand[], language: PatternLanguage): Kernel {
  const [timeMask, patternMask] = operands.map(maskOf);
  const patterns = new PatternCache(language, "write");
  const results = new Dictionary();
  return (columns, length, warnings) => {
    const times = columns[0] as NumberColumn;
    const texts = columns[1] as StringColumn;
    const validity = bothValid(times.validity, timeMask, texts.validity, patternMask, length);
    const codes = new Int32Array(length);
    const valid = ownValidity(validity, length);
    const failed: number[] = [];
    let lastTime = NaN;
    let lastPattern = -1;
    let code = 0;
    for (let row = 0; row < length; row++) {
      if (valid[row] === 0) continue;
      const time = times.values[row & timeMask];
      const pattern = texts.codes[row & patternMask];
      if (time !== lastTime || pattern !== lastPattern) {
        const pieces = patterns.of(texts.dictionary.get(pattern));
        code = pieces === null ? -1 : results.add(formatTime(time, pieces));
        lastTime = time;
        lastPattern = pattern;
      }
      if (code >= 0) codes[row] = code;
      else {
        valid[row] = 0;
        failed.push(row);
      }
    }
    reportBadArguments({ name, operands, columns }, failed, warnings);
    return { kind: "string", codes, dictionary: results, validity: failed.length > 0 ? valid : validity };
  };
}

/** A text read by a pattern, once an entry where the pattern is one; what does not fit it is NULL and counted. */
export function parseKernel(name: string, operands: readonly Operand[], language: PatternLanguage): Kernel {
  const [textMask, patternMask] = operands.map(maskOf);
  const patterns = new PatternCache(language, "read");
  const read = (text: string, pattern: string): number => {
    const pieces = patterns.of(pattern);
    return pieces === null ? NaN : (parseTime(text, pieces) ?? NaN);
  };
  const fixed = constantText(operands[1]);
  const entries = fixed === null ? null : new EntryNumbers((text) => read(text, fixed));
  return (columns, length, warnings) => {
    const [texts, given] = columns as StringColumn[];
    const known = entries?.of(texts.dictionary);
    const out = new Float64Array(length);
    const validity = bothValid(texts.validity, textMask, given.validity, patternMask, length);
    for (let row = 0; row < length; row++) {
      if (validity !== null && validity[row] === 0) continue;
      const code = texts.codes[row & textMask];
      out[row] = known
        ? known[code]
        : read(texts.dictionary.get(code), given.dictionary.get(given.codes[row & patternMask]));
    }
    return numberColumn(out, withoutResults({ name, operands, columns }, out, validity, warnings));
  };
}
