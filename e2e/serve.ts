import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A served page: its address, its folder, and how to end it. */
export interface Served {
  readonly url: string;
  readonly folder: string;
  stop(): void;
}

/**
 * Builds the page into a folder of its own, so that no other build takes it away, and serves it as a host would that
 * isolates it.
 * @param port free port on this machine.
 */
export async function buildAndServe(port: number): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "windowpane-"));
  for (const script of [
    ["node_modules/tsx/dist/cli.mjs", "engine/source/samples/build-data.ts"],
    ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn", "--outDir", folder],
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
    [vite, "preview", "--host", "127.0.0.1", "--port", String(port), "--strictPort", "--outDir", folder],
    { cwd: root, stdio: "ignore" },
  );
  const stop = (): void => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}/`;
  for (let attempt = 0; attempt < 100; attempt++) {
    const answers = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (answers) return { url, folder, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  stop();
  throw new Error(`Nothing answers at ${url}.`);
}
