import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A served page: its address, and how to end it. */
export interface Served {
  readonly url: string;
  stop(): void;
}

/** Builds the page and serves it as a host would that isolates it. @param port free port on this machine. */
export async function buildAndServe(port: number): Promise<Served> {
  for (const script of [
    ["node_modules/tsx/dist/cli.mjs", "engine/source/samples/build-data.ts"],
    ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"],
  ]) {
    const { status } = spawnSync(process.execPath, script, {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
    });
    if (status !== 0) throw new Error(`${script[0]} failed.`);
  }
  const vite = "node_modules/vite/bin/vite.js";
  const server = spawn(
    process.execPath,
    [vite, "preview", "--host", "127.0.0.1", "--port", String(port), "--strictPort"],
    { cwd: root, stdio: "ignore" },
  );
  const url = `http://127.0.0.1:${port}/`;
  for (let attempt = 0; attempt < 100; attempt++) {
    const answers = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (answers) return { url, stop: () => void server.kill() };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  throw new Error(`Nothing answers at ${url}.`);
}
