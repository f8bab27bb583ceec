const MARK = "\u0000exact integer";

/** Strings as they are, or an integer of 16 digits and more. */
const tokens = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/** JSON with integers beyond 2^53 as bigints; all other numbers as numbers. @throws SyntaxError when it is none. */
export function parseExactJson(text: string): unknown {
  const marked = text.replace(tokens, (token) =>
    token.startsWith('"') ? token : JSON.stringify({ [MARK]: token }),
  );
  return JSON.parse(marked, (_, value: unknown) => {
    if (typeof value !== "object" || value === null || !(MARK in value)) return value;
    const exact = BigInt(String(value[MARK]));
    return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
  });
}
