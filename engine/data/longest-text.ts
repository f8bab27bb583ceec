/** Characters (UTF-16 units) beyond which a function makes no text. */
export const LONGEST_TEXT = 1_000_000;

/** Joins texts after their lengths are known to fit. @returns null when the result is longer than a text may be. */
export function joinTexts(texts: readonly string[], separator: string): string | null {
  let length = separator.length * Math.max(0, texts.length - 1);
  for (const text of texts) length += text.length;
  return length > LONGEST_TEXT ? null : texts.join(separator);
}
