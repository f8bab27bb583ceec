import type { OpenedFile } from "../session/document-store.ts";

/** Characters of a stream's name that a file's name gives. */
const LONGEST_NAME = 60;

/** A file as a stream: its name becomes the stream's, and its starter query reads all of it. */
export function openedFile(file: File): OpenedFile {
  const name = streamName(file.name);
  return {
    name,
    format: /\.(jsonl|ndjson|json)$/i.test(file.name) ? "jsonl" : "csv",
    blob: file,
    starter: `-- ${file.name}\nSELECT *\nFROM ${name}\nEMIT CHANGES;`.replace(/[\r\u2028\u2029]/g, " "),
  };
}

/** @returns A name that SQL reads without quotes: `2024 flights.csv` becomes `_2024_flights`. */
export function streamName(fileName: string): string {
  const stem = fileName.replace(/\.[^.]*$/, "").toLowerCase();
  const name = stem
    .replace(/[^a-z0-9_]+/g, "_")
    .slice(0, LONGEST_NAME)
    .replace(/^_+|_+$/g, "");
  if (name === "") return "records";
  return /^\d/.test(name) ? `_${name}` : name;
}
