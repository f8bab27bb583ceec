import { lazy, type ReactNode } from "react";
import { Deferred } from "../ui/Deferred.tsx";

const RuleFacts = lazy(() => import("./RuleFacts.tsx").then(({ RuleFacts: facts }) => ({ default: facts })));

/** The rules in words and as menus, once they are asked for. */
export function Rules(): ReactNode {
  return (
    <Deferred what="The rules">
      <RuleFacts />
    </Deferred>
  );
}
