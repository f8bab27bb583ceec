/** A tree and all objects inside it, in no particular order; the walk keeps its own stack. */
export function* treeNodes(root: object): Generator<object> {
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    for (const part of Object.values(node) as unknown[])
      if (typeof part === "object" && part !== null) waiting.push(part);
  }
}
