import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const engine = import.meta.dirname;
const root = dirname(engine);

/** engine/ARCHITECTURE.md, "Folders": what each folder may import besides itself. */
const ladder: Record<string, readonly string[]> = {
  common: [],
  data: ["common"],
  spec: ["common", "data"],
  sql: ["common"],
  expression: ["common", "data"],
  aggregate: ["common", "data", "expression"],
  catalog: ["common", "data", "spec"],
  plan: ["common", "data", "spec", "sql", "expression", "aggregate", "catalog"],
  operator: ["common", "data", "spec", "expression", "aggregate"],
  window: ["common", "data", "spec", "aggregate", "operator"],
  watermark: ["common", "data", "spec"],
  partition: ["common", "data", "spec", "watermark"],
  source: ["common", "data", "catalog"],
  sink: ["common", "data", "catalog"],
};
const below = [...Object.keys(ladder), "runtime", "language"];
ladder["runtime"] = Object.keys(ladder);
ladder["language"] = ["common", "data", "sql", "expression", "aggregate", "catalog", "plan"];
ladder["worker"] = below;
ladder["client"] = [...below, "worker"];

interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Paths of files of ours that it imports, relative to the root. */
  readonly imports: readonly { readonly path: string; readonly typeOnly: boolean }[];
}

const sources = [...files(join(root, "engine")), ...files(join(root, "app")), ...files(join(root, "e2e"))]
  .filter((path) => /\.tsx?$/.test(path))
  .map(readSource);
const shipped = sources.filter(
  ({ path }) => !path.includes(".test.") && !/^engine\/(testing|bench)\//.test(path),
);

test("folders of engine/ import only what the ladder allows", () => {
  const wrong: string[] = [];
  for (const { path, imports } of shipped) {
    const folder = folderOf(path);
    if (folder === null) continue;
    const allowed = ladder[folder];
    expect(allowed, `engine/${folder} is not in the ladder`).toBeDefined();
    for (const target of imports) {
      const other = folderOf(target.path);
      if (other === folder) continue;
      if (other === null || !allowed!.includes(other)) wrong.push(`${path} imports ${target.path}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("app/ imports engine/client only, and e2e/ no source", () => {
  const wrong: string[] = [];
  for (const { path, imports } of shipped)
    for (const target of imports) {
      if (path.startsWith("app/") && target.path.startsWith("engine/") && folderOf(target.path) !== "client")
        wrong.push(`${path} imports ${target.path}`);
      if (path.startsWith("e2e/") && !target.path.startsWith("e2e/") && !target.path.startsWith(".ci/"))
        wrong.push(`${path} imports ${target.path}`);
    }
  expect(wrong).toEqual([]);
});

test("law 1: partitions know no windows and windows know no partitions, in words either", () => {
  const wrong: string[] = [];
  for (const { path, text } of shipped) {
    const words = identifiers(text);
    if (path.startsWith("engine/window/"))
      wrong.push(...words.filter((word) => /partition/i.test(word)).map((word) => `${path}: ${word}`));
    if (path.startsWith("engine/partition/"))
      wrong.push(
        ...words.filter((word) => /window|emit|aggregate/i.test(word)).map((word) => `${path}: ${word}`),
      );
  }
  expect(wrong).toEqual([]);
});

test("law 1: partition/ and window/ meet in one file of runtime/", () => {
  const meeting = shipped.filter(({ imports }) =>
    ["partition", "window"].every((folder) => imports.some((target) => folderOf(target.path) === folder)),
  );
  const others = meeting.filter(({ path }) => path !== "engine/runtime/partition-pipeline.ts");
  expect(others.map(({ path }) => path)).toEqual([]);
});

test("there are no import cycles", () => {
  const graph = new Map(
    sources.map(({ path, imports }) => [path, imports.filter((i) => !i.typeOnly).map((i) => i.path)]),
  );
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const seen = trail.indexOf(path);
    if (seen >= 0) throw new Error(`import cycle: ${[...trail.slice(seen), path].join(" -> ")}`);
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
});

test("law 4: nothing below the runtime reads the wall clock, and nothing anywhere draws unseeded chance", () => {
  const wrong = shipped
    .filter(({ path, text }) => {
      if (!path.startsWith("engine/")) return false;
      const clock = /Date\.now\(|performance\.now\(|new Date\(\)/.test(text);
      const layered = ["runtime", "worker", "client"].includes(folderOf(path) ?? "");
      return (clock && !layered) || /Math\.random\(/.test(text);
    })
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test("law 9: no file runs text as code", () => {
  const wrong = shipped
    .filter(({ text }) => /\beval\(|new Function\(|dangerouslySetInnerHTML|\.innerHTML\s*=/.test(text))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test("files are named in kebab-case (components in PascalCase) and stay one idea long", () => {
  const wrong: string[] = [];
  for (const { path, text } of shipped) {
    const name = path.split("/").at(-1)!;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/.test(name) && !/^[A-Z][A-Za-z0-9]*\.tsx$/.test(name))
      wrong.push(`${path}: name`);
    if (/(^|[/-])(utils?|helpers?)([./-]|$)/.test(path)) wrong.push(`${path}: says nothing`);
    if (text.split("\n").length > 400) wrong.push(`${path}: over 400 lines`);
  }
  expect(wrong).toEqual([]);
});

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, "utf8");
  const imports = [
    ...text.matchAll(/(import|export)(\s+type)?\s[^;]*?from\s+"(\.[^"]+)"|import\(?\s*"(\.[^"]+)"/g),
  ].map((match) => ({
    path: relative(root, resolve(dirname(path), (match[3] ?? match[4])!.replace(/\?.*$/, ""))),
    typeOnly: match[2] !== undefined,
  }));
  return { path: relative(root, path), text, imports };
}

function folderOf(path: string): string | null {
  const match = /^engine\/([^/]+)\//.exec(path);
  return match ? match[1]! : null;
}

/** Identifiers of the code: without comments and strings. */
function identifiers(text: string): string[] {
  const code = text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\/\/.*$/gm, "")
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, "");
  return [...new Set(code.match(/[A-Za-z_$][\w$]*/g) ?? [])];
}
