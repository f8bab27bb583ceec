import type { ReactNode } from "react";

/** A sentence in which `names` between backticks are set as code. */
export function CodeText({ children }: { readonly children: string }): ReactNode {
  return children.split("`").map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <code key={index} className="mono">
        {part}
      </code>
    ),
  );
}
