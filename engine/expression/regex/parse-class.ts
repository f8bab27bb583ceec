import { CharacterClass, type CodePointRange, complement } from "./character-class.ts";
import { namedSets, parseEscape } from "./parse-escape.ts";
import type { PatternReader } from "./pattern-reader.ts";

/** Parses `[…]`; the `[` is behind us. */
export function parseClass(reader: PatternReader, ignoreCase: boolean): CharacterClass {
  const negated = reader.take("^");
  const ranges: CodePointRange[] = [];
  const properties: RegExp[] = [];
  if (reader.peek() === "]")
    reader.fail("Brackets need a character between them; write \\] for the character itself");
  while (!reader.take("]")) {
    if (reader.done) reader.fail("A [ has no ]");
    if (reader.take("[:")) {
      ranges.push(...parseNamed(reader));
      continue;
    }
    const first = parseMember(reader);
    if (typeof first !== "number") {
      ranges.push(...first.ranges);
      if (first.property) properties.push(first.property);
    } else if (reader.peek() === "-" && reader.peek(1) !== "]" && reader.peek(1) !== "") {
      reader.next();
      const last = parseMember(reader);
      if (typeof last !== "number" || last < first)
        reader.fail("A range goes from a lower character to a higher one");
      else ranges.push([first, last]);
    } else ranges.push([first, first]);
  }
  return new CharacterClass(ranges, properties, negated, ignoreCase);
}

function parseMember(reader: PatternReader): ReturnType<typeof parseEscape> {
  if (reader.take("\\")) return reader.take("b") ? 8 : parseEscape(reader);
  if (reader.peek() === "[") reader.fail("A [ inside brackets means different things elsewhere; write \\[");
  if (reader.peek() === "&" && reader.peek(1) === "&")
    reader.fail("&& inside brackets is not known; write \\&");
  return reader.next().codePointAt(0)!;
}

/** `[:alpha:]` and `[:^alpha:]`; the `[:` is behind us. */
function parseNamed(reader: PatternReader): readonly CodePointRange[] {
  const negated = reader.take("^");
  const name = reader.takeWhile(/[a-z]/, 10);
  const set = namedSets[name];
  if (!set || !reader.take(":]")) return reader.fail(`There is no set [:${name}:]`);
  return negated ? complement(set) : set;
}
