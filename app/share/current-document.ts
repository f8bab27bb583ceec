import { isEdited, useDocument } from "../session/document-store.ts";
import { useRun } from "../session/run-store.ts";
import { useSelection } from "../session/selection-store.ts";
import { LinkError, LONGEST_DATA, type LinkDocument, type LinkSource } from "./link-document.ts";

/**
 * What the page shows now, as a link would carry it. A query that was edited and not run has no instant yet: its link
 * opens at the start.
 * @throws LinkError when the visitor's file is too long for any link, or cannot be read.
 */
export async function currentDocument(): Promise<LinkDocument> {
  const document = useDocument.getState();
  const { state, speed } = useRun.getState();
  const { target } = useSelection.getState();
  const source = await sourceOfNow();
  const { sql } = document;
  if (isEdited(document) || state === null) return { sql, source, position: 0, selection: null, speed: null };
  return {
    sql,
    source,
    position: state.phase === "finished" ? "end" : state.position,
    selection: target,
    speed: speed === Infinity ? "max" : speed,
  };
}

async function sourceOfNow(): Promise<LinkSource> {
  const { file, sampleId } = useDocument.getState();
  if (file === null) {
    if (sampleId === null) throw new LinkError("There is nothing to share yet.");
    return { kind: "sample", id: sampleId };
  }
  if (file.blob.size > LONGEST_DATA)
    throw new LinkError(
      `${file.name} is too long for a link (${Math.ceil(file.blob.size / 1_000_000)} MB). Share a shorter part of it, or send the file itself along with the query.`,
    );
  const text = await file.blob.text();
  return { kind: "text", name: file.name, format: file.format, text };
}
