const waiting = new Set<() => void>();

/** Runs a task in the next frame together with all others that wait for it, so that they render once. */
export function onNextFrame(task: () => void): void {
  if (waiting.size === 0) requestAnimationFrame(runAll);
  waiting.add(task);
}

function runAll(): void {
  const tasks = [...waiting];
  waiting.clear();
  for (const task of tasks) task();
}
