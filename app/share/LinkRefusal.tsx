import type { ReactNode } from "react";
import { NoticeBar } from "../ui/NoticeBar.tsx";
import { useShared } from "./share-store.ts";

/** Says why a link was not opened, and what is shown instead. */
export function LinkRefusal(): ReactNode {
  const refusal = useShared((state) => state.refusal);
  return (
    <NoticeBar
      notice={refusal && `${refusal} Your own page is shown instead; the address keeps the link.`}
      action="Close"
      onAction={() => useShared.setState({ refusal: null })}
    />
  );
}
