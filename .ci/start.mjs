// `npm start`: all one types to run the playground on a fresh clone.
import { spawn, spawnSync } from "node:child_process";
import { ensurePackages, root } from "./packages.mjs";

ensurePackages();
console.log("Making the sample data …");
const data = spawnSync(
  process.execPath,
  ["node_modules/tsx/dist/cli.mjs", "engine/source/samples/build-data.ts"],
  {
    cwd: root,
    stdio: "inherit",
  },
);
if (data.status !== 0) process.exit(data.status ?? 1);
console.log("Starting the playground …");
const vite = spawn(process.execPath, ["node_modules/vite/bin/vite.js", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
vite.on("exit", (code) => process.exit(code ?? 0));
