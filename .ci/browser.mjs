// Finds a Chromium that really starts, and installs one when there is none: an installed one, else Playwright's
// download, else the system's package manager.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "./packages.mjs";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome",
  "microsoft-edge",
];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

const isRoot = () => typeof process.getuid === "function" && process.getuid() === 0;

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {Promise<string | null>} The path of an installed Chromium, or null. Errors when CHROMIUM_PATH is set and wrong. */
export async function findBrowser() {
  const named = process.env["CHROMIUM_PATH"];
  if (named) {
    if (!executable(named)) throw new Error(`CHROMIUM_PATH is set to ${named}, which cannot be executed.`);
    return named;
  }
  const { chromium } = await import("playwright");
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  for (const directory of (process.env["PATH"] ?? "").split(delimiter))
    for (const name of names)
      if (directory && executable(join(directory, name))) return join(directory, name);
  return places.find((place) => existsSync(place)) ?? null;
}

/** Launch options that work as root, in containers and on desktops. */
export function launchOptions(executablePath) {
  return {
    executablePath,
    chromiumSandbox: !isRoot() && !process.env["CI"],
    args: ["--disable-dev-shm-usage", "--force-color-profile=srgb", "--disable-background-networking"],
  };
}

function run(command, args) {
  console.log(`  ${command} ${args.join(" ")}`);
  return spawnSync(command, args, { cwd: root, stdio: "inherit" }).status === 0;
}

/** Finds a browser, installing one if need be, and proves that it starts. Throws with what was tried. */
export async function ensureBrowser() {
  let path = await findBrowser();
  if (!path) {
    console.log("No Chromium found. Trying Playwright's download …");
    run(process.execPath, ["node_modules/playwright/cli.js", "install", "--only-shell", "chromium"]);
    path = await findBrowser();
  }
  if (!path && process.platform === "linux") {
    console.log("Trying the system's package manager …");
    const [command, ...prefix] = isRoot() ? ["apt-get"] : ["sudo", "-n", "apt-get"];
    run(command, [...prefix, "update"]);
    run(command, [...prefix, "install", "-y", "--no-install-recommends", "chromium"]);
    path = await findBrowser();
  }
  if (!path)
    throw new Error(
      `No Chromium: tried CHROMIUM_PATH, Playwright's own, ${names.join(", ")} on the PATH, Playwright's download and apt-get.`,
    );
  const { chromium } = await import("playwright");
  const browser = await chromium.launch(launchOptions(path));
  console.log(`Browser: ${path} (${browser.version()})`);
  await browser.close();
  return path;
}
