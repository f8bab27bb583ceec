const encoder = new TextEncoder();

/**
 * The UTF-8 bytes of a text as 32-bit words, filled up to blocks of 16: a bit behind the text, and its length in bits
 * at the end.
 */
export function paddedBlocks(text: string, littleEndian: boolean): Int32Array {
  const bytes = encoder.encode(text);
  const length = 64 * Math.ceil((bytes.length + 9) / 64);
  const padded = new Uint8Array(length);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(length - 8, BigInt(8 * bytes.length), littleEndian);
  return Int32Array.from({ length: length / 4 }, (_, index) => view.getInt32(4 * index, littleEndian));
}

/** Words as hexadecimal digits, byte by byte. */
export function hexOf(words: Int32Array, littleEndian: boolean): string {
  const view = new DataView(new ArrayBuffer(4 * words.length));
  words.forEach((word, index) => view.setInt32(4 * index, word, littleEndian));
  return Array.from({ length: view.byteLength }, (_, at) =>
    view.getUint8(at).toString(16).padStart(2, "0"),
  ).join("");
}
