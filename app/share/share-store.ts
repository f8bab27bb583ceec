import { create } from "zustand";
import { currentDocument } from "./current-document.ts";
import { decodeLink, encodeLink } from "./link-codec.ts";
import { type LinkDocument, writeDocument } from "./link-document.ts";

/** How the names of saved links end. */
export const SAVED_AS = ".windowpane.json";

/** What came of the last share. */
export type Shared =
  | {
      readonly kind: "link";
      readonly link: string;
      /** Whether it is on the clipboard; else the visitor copies it by hand. */
      readonly copied: boolean;
      readonly document: LinkDocument;
    }
  /** Too long for any link: a file carries the same. */
  | { readonly kind: "file"; readonly document: LinkDocument }
  | { readonly kind: "refused"; readonly reason: string };

export interface Sharing {
  readonly shared: Shared | null;
  /** Why a link or a saved file was not opened, until the visitor closes it. */
  readonly refusal: string | null;
}

export const useShared = create<Sharing>(() => ({ shared: null, refusal: null }));

/** Makes a link of what the page shows, puts it into the address and on the clipboard. */
export async function shareNow(): Promise<void> {
  try {
    const document = await currentDocument();
    const hash = await encodeLink(document);
    // What this page would refuse to open is not handed out.
    if (!(await opens(hash))) {
      useShared.setState({ shared: { kind: "file", document } });
      return;
    }
    history.replaceState(null, "", hash);
    const link = location.href;
    const copied = await copy(link);
    useShared.setState({ shared: { kind: "link", link, copied, document } });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    useShared.setState({ shared: { kind: "refused", reason } });
  }
}

async function opens(hash: string): Promise<boolean> {
  return decodeLink(hash).then(
    () => true,
    () => false,
  );
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Saves what a link carries as a file, which opens like a link: for links too long to be sent. */
export function saveAsFile(document: LinkDocument): void {
  const link = window.document.createElement("a");
  const url = URL.createObjectURL(new Blob([writeDocument(document)], { type: "application/json" }));
  link.href = url;
  link.download = `query${SAVED_AS}`;
  link.click();
  URL.revokeObjectURL(url);
}
