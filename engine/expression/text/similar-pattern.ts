/** What means itself in SIMILAR TO and something else in a regular expression. */
const PLAIN = /[.^$\\]/;

/**
 * A pattern of SIMILAR TO as a regular expression of the whole text: `%` is any text, `_` one character; `| * + ? { } ( ) [ ]`
 * mean what they mean there.
 *
 * @param escape the character that makes the next one plain, or "".
 */
export function similarPattern(pattern: string, escape: string): string {
  let source = "";
  let bracketed = false;
  const characters = Array.from(pattern);
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i];
    if (character === escape && i + 1 < characters.length) source += plain(characters[++i]);
    else if (bracketed) {
      bracketed = character !== "]";
      source += character === "\\" ? "\\\\" : character;
    } else if (character === "%") source += ".*";
    else if (character === "_") source += ".";
    else if (PLAIN.test(character)) source += plain(character);
    else {
      bracketed = character === "[";
      source += character;
    }
  }
  return `^(?:${source})$`;
}

function plain(character: string): string {
  return /[\w\s]/.test(character) || character > "\x7f" ? character : `\\${character}`;
}
