/**
 * A number's text in the one form that all texts of equal value have: `-1.250e3`, `-1250` and `-1250.0` are `-125e1`.
 *
 * @param text as JSON, or CAST to STRING, writes a number.
 */
export function normalizedNumber(text: string): string {
  const [, sign, whole, fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return text;
  const digits = (whole + fraction).replace(/^0+/, "");
  const kept = digits.replace(/0+$/, "");
  if (kept === "") return "0";
  return `${sign}${kept}e${Number(exponent) - fraction.length + digits.length - kept.length}`;
}
