let scratch = new Uint8Array(256);

/**
 * The text of a JSON string with escapes, as UTF-8. The bytes are valid until the next call.
 *
 * @returns null for an escape that JSON does not know, or half a surrogate pair.
 */
export function unescapeJson(bytes: Uint8Array, start: number, end: number): Uint8Array | null {
  if (scratch.length < end - start) scratch = new Uint8Array(2 * (end - start));
  let length = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte !== BACKSLASH) {
      scratch[length++] = byte;
      continue;
    }
    const letter = bytes[++at]!;
    if (letter !== LOWER_U) {
      const meaning = SIMPLE[String.fromCharCode(letter)];
      if (meaning === undefined) return null;
      scratch[length++] = meaning;
      continue;
    }
    let point = hexUnit(bytes, at + 1, end);
    at += 4;
    if (point >= 0xd800 && point < 0xdc00) {
      const low = bytes[at + 1] === BACKSLASH && bytes[at + 2] === LOWER_U ? hexUnit(bytes, at + 3, end) : -1;
      if (low < 0xdc00 || low >= 0xe000) return null;
      point = 0x10000 + (point - 0xd800) * 0x400 + (low - 0xdc00);
      at += 6;
    } else if (point < 0 || (point >= 0xdc00 && point < 0xe000)) return null;
    length = writeUtf8(point, length);
  }
  return scratch.subarray(0, length);
}

/** Never longer than its escape, so that the scratch holds it. */
function writeUtf8(point: number, at: number): number {
  if (point < 0x80) scratch[at++] = point;
  else {
    if (point < 0x800) scratch[at++] = 0xc0 | (point >> 6);
    else {
      if (point < 0x10000) scratch[at++] = 0xe0 | (point >> 12);
      else {
        scratch[at++] = 0xf0 | (point >> 18);
        scratch[at++] = 0x80 | ((point >> 12) & 0x3f);
      }
      scratch[at++] = 0x80 | ((point >> 6) & 0x3f);
    }
    scratch[at++] = 0x80 | (point & 0x3f);
  }
  return at;
}

/** Four hexadecimal digits, or -1. */
function hexUnit(bytes: Uint8Array, start: number, end: number): number {
  if (start + 4 > end) return -1;
  let unit = 0;
  for (let at = start; at < start + 4; at++) {
    const byte = bytes[at]!;
    const letter = byte | 32;
    if ((byte ^ 48) <= 9) unit = unit * 16 + (byte ^ 48);
    else if (letter >= 97 && letter <= 102) unit = unit * 16 + letter - 87;
    else return -1;
  }
  return unit;
}

const BACKSLASH = 92;
const LOWER_U = 117;
const SIMPLE: Readonly<Record<string, number>> = {
  '"': 34,
  "\\": 92,
  "/": 47,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
};
