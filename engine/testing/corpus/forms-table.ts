import { join } from "node:path";
import { DIALECTS, type Dialect } from "../../common/dialect.ts";
import { corpusFolder, type CorpusFile } from "./corpus-file.ts";

export const formsPath: string = join(corpusFolder, "forms.md");

const engines: Readonly<Record<Dialect, string>> = {
  velostream: "Velostream",
  flink: "Flink",
  ksqldb: "ksqlDB",
  risingwave: "RisingWave",
};

/** The table form x engine: what runs, what is refused with which code, and `-` where an engine has no such file. */
export function formsTable(files: readonly CorpusFile[]): string {
  const forms = [...new Set(files.map(({ form }) => form))].sort();
  const rows = forms.map((form) => [
    form,
    ...DIALECTS.map((dialect) =>
      cell(files.filter((file) => file.form === form && file.dialect === dialect)),
    ),
  ]);
  return [
    "# Forms of each engine",
    "",
    `What ${files.length} queries of the corpus show: what runs under an engine's own rules, and what is refused with which code.`,
    "A number counts the files where several give the same answer. `-`: no file. Written by update-trees.ts; do not edit.",
    "",
    ...alignedTable([["Form", ...DIALECTS.map((dialect) => engines[dialect])], ...rows]),
    "",
  ].join("\n");
}

/** The lines of a Markdown table whose columns stand below each other, as the formatter wants them. */
function alignedTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]!.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const [head, ...body] = rows.map((row) => line(row.map((text, column) => text.padEnd(widths[column]!))));
  return [head!, line(widths.map((width) => "-".repeat(width))), ...body];
}

function cell(files: readonly CorpusFile[]): string {
  const counts = new Map<string, number>();
  for (const { expect } of files) {
    const text = expect === "runs" ? "runs" : `\`${expect}\``;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const answers = [...counts].map(([text, count]) => (count === 1 ? text : `${text} (${count})`));
  return answers.length === 0 ? "-" : answers.join("<br>");
}
