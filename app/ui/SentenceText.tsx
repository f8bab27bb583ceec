import type { ReactNode } from "react";
import { Term } from "../story/Term.tsx";
import type { Sentence } from "../words/sentence.ts";
import { RecordLink } from "./RecordLink.tsx";

/** A sentence with its bold facts, its links to records and its terms. */
export function SentenceText({ sentence }: { readonly sentence: Sentence }): ReactNode {
  return sentence.map((part, index) => {
    if (typeof part === "string") return part;
    if ("bold" in part) return <b key={index}>{part.bold}</b>;
    if ("record" in part) return <RecordLink key={index} seq={part.record} />;
    return <Term key={index} name={part.term} text={part.text} />;
  });
}
