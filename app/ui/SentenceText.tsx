import type { ReactNode } from "react";
import type { Sentence } from "../words/sentences.ts";
import { RecordLink } from "./RecordLink.tsx";

/** A sentence with its bold facts and its links to records. */
export function SentenceText({ sentence }: { readonly sentence: Sentence }): ReactNode {
  return sentence.map((part, index) => {
    if (typeof part === "string") return part;
    return "bold" in part ? <b key={index}>{part.bold}</b> : <RecordLink key={index} seq={part.record} />;
  });
}
