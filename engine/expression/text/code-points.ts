/** A text in which every UTF-16 unit is a character of its own. */
function isPlain(text: string): boolean {
  return !/[\uD800-\uDFFF]/.test(text);
}

/** Characters (code points) of a text. */
export function lengthOf(text: string): number {
  if (isPlain(text)) return text.length;
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** Characters `from … to` of a text, counted from 0; what lies outside is left out. */
export function sliceOf(text: string, from: number, to: number): string {
  const start = Math.max(from, 0);
  const end = Math.max(to, 0);
  if (isPlain(text)) return text.slice(start, end);
  return text.slice(offsetOf(text, start), offsetOf(text, end));
}

/** @returns Where in the text (UTF-16 units) the character `index` stands, counted from 0; its length when there are fewer. */
export function offsetOf(text: string, index: number): number {
  if (isPlain(text)) return Math.min(index, text.length);
  let offset = 0;
  for (let i = 0; i < index && offset < text.length; i++)
    offset += text.codePointAt(offset)! > 0xffff ? 2 : 1;
  return offset;
}

/** @returns The character, from 0, that stands at an offset in UTF-16 units. */
export function indexAt(text: string, offset: number): number {
  return lengthOf(text.slice(0, offset));
}

/** Characters of a text as texts. */
export function charactersOf(text: string): readonly string[] {
  return isPlain(text) ? text.split("") : Array.from(text);
}
