/** One change of a text. Positions and lengths count pieces (words, blanks, strings, symbols) and wrap around. */
export type Mutation =
  | { readonly kind: "delete" | "duplicate" | "truncate"; readonly at: number; readonly length: number }
  | { readonly kind: "swap"; readonly at: number; readonly other: number }
  | { readonly kind: "insert"; readonly at: number; readonly text: string }
  | { readonly kind: "nest"; readonly at: number; readonly length: number; readonly depth: number }
  | { readonly kind: "delete-character" | "double-character"; readonly at: number }
  /** The beginning of this text and the end of another. */
  | { readonly kind: "splice"; readonly at: number; readonly other: string; readonly otherAt: number };

/** Applies the changes one after the other. */
export function mutateText(text: string, mutations: readonly Mutation[]): string {
  return mutations.reduce(mutate, text);
}

function mutate(text: string, mutation: Mutation): string {
  if (mutation.kind === "delete-character" || mutation.kind === "double-character") {
    const at = mutation.at % (text.length + 1);
    const kept = mutation.kind === "delete-character" ? "" : text.charAt(at).repeat(2);
    return text.slice(0, at) + kept + text.slice(at + 1);
  }
  const pieces = cut(text);
  const at = mutation.at % (pieces.length + 1);
  const before = pieces.slice(0, at).join("");
  const after = pieces.slice(at).join("");
  switch (mutation.kind) {
    case "delete":
      return before + pieces.slice(at + 1 + (mutation.length % 5)).join("");
    case "duplicate":
      return before + pieces.slice(at, at + 1 + mutation.length).join("") + after;
    case "truncate":
      return before;
    case "swap": {
      const swapped = [...pieces];
      const other = mutation.other % (pieces.length + 1);
      [swapped[at], swapped[other]] = [pieces[other] ?? "", pieces[at] ?? ""];
      return swapped.join("");
    }
    case "insert":
      return `${before}${mutation.text}${after}`;
    case "nest": {
      const middle = pieces.slice(at, at + mutation.length).join("");
      const rest = pieces.slice(at + mutation.length).join("");
      return `${before}${"(".repeat(mutation.depth)}${middle}${")".repeat(mutation.depth)}${rest}`;
    }
    case "splice":
      return before + cut(mutation.other).slice(mutation.otherAt).join("");
  }
}

function cut(text: string): readonly string[] {
  return text.match(/\s+|[\p{L}\p{N}_]+|'[^']*'|[^]/gu) ?? [];
}
