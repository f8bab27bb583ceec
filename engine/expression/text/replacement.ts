/** The text that takes the place of a match: pieces of text, and numbers of groups (0 is the whole match). */
export class Replacement {
  readonly #pieces: readonly (string | number)[];
  /** The highest group that is asked for. */
  readonly lastGroup: number;

  /** `$1`, `${1}` and `\1` are groups, `\&` and `$0` the whole match; `\\` and `\$` are the character itself. */
  constructor(template: string) {
    const pieces: (string | number)[] = [];
    let end = 0;
    for (const match of template.matchAll(/\$(\d{1,2})|\$\{(\d{1,2})\}|\\(\d)|\\([&\\$])/g)) {
      const [whole, bare, braced, backslash, escaped] = match;
      pieces.push(template.slice(end, match.index));
      pieces.push(
        escaped === undefined ? Number(bare ?? braced ?? backslash) : escaped === "&" ? 0 : escaped,
      );
      end = match.index + whole.length;
    }
    pieces.push(template.slice(end));
    this.#pieces = pieces;
    this.lastGroup = Math.max(0, ...pieces.filter((piece) => typeof piece === "number"));
  }

  /** @param positions of a match, as `Regex.forEachMatch` gives them. */
  expand(text: string, positions: Int32Array): string {
    let expanded = "";
    for (const piece of this.#pieces) {
      if (typeof piece === "string") expanded += piece;
      else if (positions[2 * piece] >= 0)
        expanded += text.slice(positions[2 * piece], positions[2 * piece + 1]);
    }
    return expanded;
  }
}
