/**
 * A DOUBLE as Java writes it: `10.0`, `0.001`, `1.0E7`, `1.25E-5`. From 10^-3 up to below 10^7 it is a decimal with a
 * digit behind the point at least, else one digit before the point and an exponent; the digits are the fewest that read
 * back as the number.
 */
export function javaDoubleText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Object.is(value, -0)) return "-0.0";
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-3 && size < 1e7)) return withPoint(String(value));
  const [digits, exponent] = value.toExponential().split("e");
  return `${withPoint(digits!)}E${Number(exponent)}`;
}

function withPoint(digits: string): string {
  return digits.includes(".") ? digits : `${digits}.0`;
}
