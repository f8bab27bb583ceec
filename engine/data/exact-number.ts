/** Why a text is no exact number. */
export type ExactFault = "no number" | "too large" | "too many digits";

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/**
 * A decimal number of any spelling as the unscaled integer at `scale`, never through a double: "1.5e1" at scale 2 is
 * 1500n. At scale 0 also "12.0" is a whole number. Digits that the scale has no room for are not rounded away.
 *
 * @param precision most digits of the result; what has more is "too large".
 */
export function parseExact(text: string, precision: number, scale: number): bigint | ExactFault {
  const match = NUMBER.exec(text);
  if (!match) return "no number";
  const fraction = match[3] ?? "";
  const written = `${match[2]}${fraction}`;
  if (written === "") return "no number";
  const digits = written.replace(/^0+/, "").replace(/0+$/, "");
  if (digits === "") return 0n;
  const dropped = written.length - written.replace(/0+$/, "").length;
  const shift = Number(match[4] ?? 0) - fraction.length + dropped + scale;
  if (shift < 0) return "too many digits";
  if (digits.length + shift > precision) return "too large";
  const unscaled = BigInt(digits) * 10n ** BigInt(shift);
  return match[1] === "-" ? -unscaled : unscaled;
}
