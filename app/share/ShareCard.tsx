import { useEffect, useRef, type ReactNode, type RefObject } from "react";
import { recordNoun, useDocument } from "../session/document-store.ts";
import { Button } from "../ui/Button.tsx";
import { usePopover } from "../ui/use-popover.ts";
import { saveAsFile, type Shared, useShared } from "./share-store.ts";
import styles from "./ShareCard.module.css";
import { lengthSentence, opensSentence, SEND_LIMIT } from "./share-words.ts";

/**
 * What the last share came to: the link, what it opens, and how long it is.
 * @param opener the button that it opens at.
 */
export function ShareCard({ opener }: { readonly opener: RefObject<HTMLElement | null> }): ReactNode {
  const card = useRef<HTMLDialogElement>(null);
  const shared = useShared((state) => state.shared);
  const noun = useDocument(recordNoun);
  const { toggle, close } = usePopover(opener, card, (open) => {
    if (!open) useShared.setState({ shared: null });
  });

  useEffect(() => {
    if (shared !== null && !card.current?.matches(":popover-open")) toggle();
  }, [shared, toggle]);

  return (
    <>
      <dialog ref={card} popover="auto" className={styles.card} aria-label="Share">
        {shared !== null && <Result shared={shared} noun={noun} onClose={close} />}
      </dialog>
      <output className="unseen">{shared === null ? "" : announcement(shared)}</output>
    </>
  );
}

interface ResultProps {
  readonly shared: Shared;
  readonly noun: string;
  readonly onClose: () => void;
}

function Result({ shared, noun, onClose }: ResultProps): ReactNode {
  if (shared.kind === "refused") return <p>{shared.reason}</p>;
  if (shared.kind === "file")
    return (
      <>
        <h2>Too long for a link</h2>
        <p>The file carries the same: {opensSentence(shared.document, noun)}</p>
        <Button small kind="hairline" onClick={() => saveAsFile(shared.document)}>
          Save as a file
        </Button>
      </>
    );
  const { link, copied, document } = shared;
  const length = lengthSentence(link.length);
  return (
    <>
      <h2>{copied ? "Link copied" : "Copy this link"}</h2>
      <p>{opensSentence(document, noun)}</p>
      <input
        className={styles.link}
        readOnly
        value={link}
        aria-label="Link"
        onFocus={(event) => event.target.select()}
      />
      {length !== null && <p>{length}</p>}
      <div className={styles.actions}>
        <Button small kind="hairline" onClick={() => saveAsFile(document)}>
          {link.length > SEND_LIMIT ? "Save as a file instead" : "Save as a file"}
        </Button>
        <Button small onClick={onClose}>
          Close
        </Button>
      </div>
    </>
  );
}

function announcement(shared: Shared): string {
  if (shared.kind === "refused") return shared.reason;
  if (shared.kind === "file") return "Too long for a link; the Share card offers a file";
  return shared.copied ? "Link copied" : "The link could not be copied; it stands in the Share card";
}
