import {
  BIGINT,
  BOOLEAN,
  type DataType,
  DATE,
  DOUBLE,
  INTERVAL,
  STRING,
  TIMESTAMP,
  arrayOf,
  decimal,
  mapOf,
  structOf,
} from "../data/data-type.ts";
import { MAX_PRECISION } from "../expression/type-rules.ts";
import type { TypeName } from "../sql/expression-ast.ts";
import type { BindingContext } from "./binding-context.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { nearestName } from "./nearest-name.ts";
import { castKind, castNames, isTypeName } from "./type-names.ts";

/** The types that have nothing of their own in parentheses. */
const plain: Readonly<Partial<Record<DataType["kind"], DataType>>> = {
  BOOLEAN,
  BIGINT,
  DOUBLE,
  STRING,
  TIMESTAMP,
  DATE,
  INTERVAL,
};

/** What to use instead of types that are narrower than 64 bits in some engines. */
const narrow: Readonly<Record<string, string>> = {
  INT: "BIGINT",
  INTEGER: "BIGINT",
  FLOAT: "DOUBLE",
  REAL: "DOUBLE",
};

const knownTypes =
  "The types are BIGINT, DOUBLE, DECIMAL(p, s), STRING, BOOLEAN, TIMESTAMP, DATE, INTERVAL, ARRAY<…>, MAP<STRING, …> and STRUCT<name type, …>.";

/** The type that a name in CAST means. */
export function bindType(node: TypeName, context: BindingContext): DataType | null {
  const { name, parameters, range } = node;
  const { report, limits } = context;
  const kind = castKind(name);
  if (kind === null) return refuseName(name, node, report);
  if (kind === "DECIMAL") return bindDecimal(node, report);
  const type = plain[kind];
  if (type === undefined) return bindNestedType(node, context);
  const wide = limits.narrowTypes && Object.hasOwn(narrow, name) ? narrow[name] : undefined;
  if (wide !== undefined)
    return report.unsupported(
      "UNSUPPORTED_TYPE",
      range,
      `${name} has 32 bits there, which is not supported yet.`,
      { hint: `Use ${wide}.`, fix: wide },
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

function refuseName(name: string, { range }: TypeName, report: DiagnosticList): null {
  if (isTypeName(name)) {
    const json = name === "JSON" || name === "JSONB";
    return report.unsupported("UNSUPPORTED_TYPE", range, `The type ${name} is not supported.`, {
      hint: json ? "JSON is a STRING here; to compare or keep it write CAST(value AS STRING)." : knownTypes,
    });
  }
  const near = nearestName(name, castNames);
  const kind = near === null ? null : castKind(near);
  return report.error("UNKNOWN_TYPE", range, `There is no type ${name}.`, {
    hint: near === null ? knownTypes : `Did you mean ${near}?`,
    fix: kind !== null && plain[kind] !== undefined ? near : null,
  });
}

function bindNestedType(node: TypeName, context: BindingContext): DataType | null {
  const { name, elements, fields, range, parameters } = node;
  const { report } = context;
  const types = elements.map((element) => bindType(element, context));
  if (!types.every((type) => type !== null)) return null;
  const [first, second] = types;
  if (parameters.length === 0 && name === "ARRAY" && first && types.length === 1) return arrayOf(first);
  if (parameters.length === 0 && name === "MAP" && first && second && types.length === 2) {
    if (first.kind === "STRING") return mapOf(second);
    return report.unsupported("UNSUPPORTED_TYPE", elements[0]!.range, "The keys of a MAP are STRINGs here.", {
      hint: "Write MAP<STRING, …>.",
      fix: "STRING",
    });
  }
  if ((name === "STRUCT" || name === "ROW") && parameters.length === 0 && first)
    return structOf(types.map((type, index) => ({ name: fields[index]?.text ?? `f${index + 1}`, type })));
  const form = { ARRAY: "ARRAY<STRING>", MAP: "MAP<STRING, BIGINT>" }[name] ?? `${name}<x BIGINT, y STRING>`;
  return report.error("BAD_TYPE", range, `${name} needs the type of what is in it.`, {
    hint: `Write ${form}.`,
  });
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
