import type { Playground } from "../engine/playground.ts";
import { decodeLink, isLink, MOST_BYTES } from "./link-codec.ts";
import { readDocument } from "./link-document.ts";
import { useShared } from "./share-store.ts";

/**
 * Opens the link in the address, if there is one. One that is refused says why, and stays in the address to be copied.
 * @returns Whether the page shows it now.
 */
export async function openAddress(hash: string, playground: Pick<Playground, "openLink">): Promise<boolean> {
  if (!isLink(hash)) return false;
  return attempt(async () => playground.openLink(await decodeLink(hash)));
}

/** Opens what was saved instead of a link. @param text of the file. */
export async function openSaved(text: string, playground: Pick<Playground, "openLink">): Promise<boolean> {
  return attempt(async () => {
    try {
      if (text.length > MOST_BYTES)
        throw new Error(`it is longer than ${MOST_BYTES.toLocaleString("en")} characters`);
      await playground.openLink(readDocument(JSON.parse(text)));
    } catch (error) {
      const reason = error instanceof SyntaxError ? "it is no JSON" : (error as Error).message;
      throw new Error(reason.startsWith("This ") ? reason : `This file was not opened: ${reason}.`, {
        cause: error,
      });
    }
  });
}

async function attempt(open: () => Promise<void>): Promise<boolean> {
  try {
    await open();
    useShared.setState({ refusal: null });
    return true;
  } catch (error) {
    useShared.setState({ refusal: error instanceof Error ? error.message : String(error) });
    return false;
  }
}
