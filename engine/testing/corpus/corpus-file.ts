import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DIALECTS, type Dialect } from "../../common/dialect.ts";
import { parse } from "../../sql/parse.ts";
import { treeText } from "./tree-text.ts";

export const corpusFolder: string = import.meta.dirname;

/** One query of the corpus with what its header says of it. */
export interface CorpusFile {
  /** As `flink/tumble-offset.sql`. */
  readonly name: string;
  readonly dialect: Dialect;
  /** The row of forms.md that it belongs to: `tumbling-interval`. */
  readonly form: string;
  /** `runs`, or the code of the first error of syntax, else of the first error. */
  readonly expect: string;
  /** The same after all fixes that the diagnostics offer, where the header says so. */
  readonly fixed: string | null;
  /** Codes of warnings and notes that must be among those reported. */
  readonly notes: readonly string[];
  /** The whole text, header included: to the parser that is comments. */
  readonly sql: string;
  /** The tree that is written down next to it, or null. */
  readonly tree: string | null;
  readonly treePath: string;
}

/** All files of the corpus, by dialect and name. @throws Error when a header is missing or says something unknown. */
export function readCorpus(): readonly CorpusFile[] {
  return DIALECTS.flatMap((dialect) =>
    readdirSync(join(corpusFolder, dialect))
      .filter((file) => file.endsWith(".sql"))
      .sort()
      .map((file) => readCorpusFile(dialect, file)),
  );
}

const keys = ["form", "expect", "fixed", "notes"];

function readCorpusFile(dialect: Dialect, file: string): CorpusFile {
  const path = join(corpusFolder, dialect, file);
  const treePath = path.replace(/\.sql$/, ".tree");
  const sql = readFileSync(path, "utf8");
  const header = new Map<string, string>();
  for (const line of sql.split("\n")) {
    const [, key, value] = /^-- ([\w-]+): (.+)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) break;
    if (!keys.includes(key)) throw new Error(`${path}: the header says \`${key}\`, which means nothing.`);
    header.set(key, value);
  }
  const said = (key: string): string => {
    const value = header.get(key);
    if (value === undefined) throw new Error(`${path}: the header has no \`-- ${key}: …\`.`);
    return value;
  };
  return {
    name: `${dialect}/${file}`,
    dialect,
    form: said("form"),
    expect: said("expect"),
    fixed: header.get("fixed") ?? null,
    notes: header.get("notes")?.split(/,\s*/) ?? [],
    sql,
    tree: existsSync(treePath) ? readFileSync(treePath, "utf8") : null,
    treePath,
  };
}

/** Whether the text is expected to parse, so that a tree belongs next to it. */
export function hasTree({ expect }: CorpusFile): boolean {
  return !expect.startsWith("SYNTAX_");
}

/** The trees of the statements of a text, as they stand in the file next to it. */
export function treeOf({ sql }: CorpusFile): string {
  const { statements } = parse(sql).script;
  return statements.map((statement) => `${treeText(statement)}\n`).join("");
}
