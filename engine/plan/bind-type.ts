import { BIGINT, BOOLEAN, DOUBLE, STRING, TIMESTAMP, decimal, type DataType } from "../data/data-type.ts";
import { MAX_PRECISION } from "../expression/type-rules.ts";
import type { TypeName } from "../sql/expression-ast.ts";
import type { BindingContext } from "./binding-context.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { nearestName } from "./nearest-name.ts";

const plain: Readonly<Record<string, DataType>> = {
  BOOLEAN,
  BOOL: BOOLEAN,
  BIGINT,
  INT: BIGINT,
  INTEGER: BIGINT,
  DOUBLE,
  "DOUBLE PRECISION": DOUBLE,
  FLOAT: DOUBLE,
  REAL: DOUBLE,
  STRING,
  VARCHAR: STRING,
  TEXT: STRING,
  TIMESTAMP,
};

/** What to use instead of types that are narrower than 64 bits in some engines. */
const narrow: Readonly<Record<string, string>> = {
  INT: "BIGINT",
  INTEGER: "BIGINT",
  FLOAT: "DOUBLE",
  REAL: "DOUBLE",
};

/** The type that a name in CAST means. */
export function bindType(node: TypeName, { limits, report }: BindingContext): DataType | null {
  const { name, parameters, range } = node;
  if (node.elements.length > 0)
    return report.unsupported("UNSUPPORTED_TYPE", range, "Arrays, maps and rows are not supported yet.");
  if (name === "DECIMAL" || name === "NUMERIC" || name === "DEC") return bindDecimal(node, report);
  const type = Object.hasOwn(plain, name) ? plain[name] : undefined;
  if (type === undefined) {
    const near = nearestName(name, [...Object.keys(plain), "DECIMAL"]);
    return report.unsupported("UNSUPPORTED_TYPE", range, `The type ${name} is not supported.`, {
      hint: "The types are BIGINT, DOUBLE, DECIMAL(p, s), STRING, BOOLEAN and TIMESTAMP.",
      fix: near === "DECIMAL" ? null : near,
    });
  }
  const wide = limits.narrowTypes && Object.hasOwn(narrow, name) ? narrow[name] : undefined;
  if (wide !== undefined)
    return report.unsupported(
      "UNSUPPORTED_TYPE",
      range,
      `${name} has 32 bits there, which is not supported yet.`,
      {
        hint: `Use ${wide}.`,
        fix: wide,
      },
    );
  const milliseconds = type === TIMESTAMP && parameters.length === 1 && parameters[0] === 3;
  if (parameters.length > 0 && !milliseconds)
    return report.unsupported("UNSUPPORTED_TYPE", range, `${name} takes no length here.`, {
      hint:
        type === TIMESTAMP ? "Times are whole milliseconds: TIMESTAMP or TIMESTAMP(3)." : `Write ${name}.`,
      fix: name,
    });
  return type;
}

function bindDecimal(node: TypeName, report: DiagnosticList): DataType | null {
  const { parameters, range } = node;
  const [precision, scale = 0] = parameters;
  if (precision === undefined)
    return report.error("BAD_TYPE", range, `${node.name} needs its digits.`, {
      hint: "Write DECIMAL(10, 2): ten digits, two of them after the point.",
    });
  const right =
    parameters.length <= 2 &&
    precision >= 1 &&
    precision <= MAX_PRECISION &&
    scale >= 0 &&
    scale <= precision &&
    Number.isInteger(precision) &&
    Number.isInteger(scale);
  if (!right)
    return report.error(
      "BAD_TYPE",
      range,
      `DECIMAL has 1 to ${MAX_PRECISION} digits, none to all behind the point.`,
      {
        hint: "Write DECIMAL(10, 2): ten digits, two of them after the point.",
      },
    );
  return decimal(precision, scale);
}
