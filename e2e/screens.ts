import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright";
import { ensureBrowser, launchOptions } from "../.ci/browser.mjs";
import { Playground } from "./playground.ts";
import { buildAndServe } from "./serve.ts";

/** `npm run screens`: a picture of every state, light and dark, at three widths, into screens/. */
interface State {
  readonly name: string;
  /** Query of the address. */
  readonly query: string;
  /** A view of its own on a phone only; wider pages always show it. */
  readonly phone?: true;
  /** Brings the page into the state; it is paused at the start before. */
  prepare(playground: Playground, narrow: boolean): Promise<void>;
}

const folder = fileURLToPath(new URL("../screens/", import.meta.url));
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
const quiet = "sample=late-orders-quiet-partition";

const states: readonly State[] = [
  { name: "start", query: "", prepare: async () => undefined },
  {
    name: "first-drop",
    query: "",
    prepare: async (playground) => {
      await playground.play.click();
      await playground.page.waitForFunction(
        () => Number(document.querySelector<HTMLElement>("[data-testid=app]")?.dataset["position"]) >= 14,
      );
      await playground.pause.click();
    },
  },
  ...["Results", "Changes", "Late", "Partitions"].map((tab): State => ({
    name: `end-${tab.toLowerCase()}`,
    query: quiet,
    prepare: async (playground) => {
      await playground.runAll();
      await playground.tab(tab).click();
    },
  })),
  ...["Streams", "Charts"].map((tab): State => ({
    name: `end-${tab.toLowerCase()}`,
    query: quiet,
    phone: true,
    prepare: async (playground) => {
      await playground.runAll();
      await playground.tab(tab).click();
    },
  })),
  { name: "flights", query: "sample=late-flights", prepare: (playground) => playground.runAll() },
  { name: "ticks", query: "sample=market-ticks", prepare: (playground) => playground.runAll() },
  {
    name: "error",
    query: quiet,
    prepare: async (playground, narrow) => {
      if (narrow) await playground.tab("SQL").click();
      else await playground.monaco();
      await playground.write(
        "SELECT citty, COUNT(*) AS n FROM orders GROUP BY city WINDOW TUMBLING(ordered_at 10s)",
      );
      await playground.problems.getByText("line 1").first().waitFor();
    },
  },
  {
    name: "samples",
    query: "",
    prepare: async ({ page }) => {
      await page.getByRole("button", { name: /^Sample: / }).click();
    },
  },
  {
    name: "keys",
    query: "",
    prepare: async ({ page }) => {
      await page.keyboard.press("?");
    },
  },
  {
    name: "failed-worker",
    query: "",
    prepare: async (playground) => {
      const { page } = playground;
      const worker = page.workers().find((one) => one.url().includes("partition.worker"));
      await worker?.evaluate("setTimeout(() => { throw new Error('out of memory'); })");
      await playground.phase("failed");
    },
  },
];

const served = await buildAndServe(4176);
const browser = await chromium.launch(launchOptions(await ensureBrowser()));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
let pictures = 0;
try {
  for (const colorScheme of ["light", "dark"] as const)
    for (const viewport of sizes)
      for (const state of states) {
        if (state.phone && viewport.width >= 900) continue;
        const context = await browser.newContext({
          viewport,
          colorScheme,
          permissions: ["clipboard-read", "clipboard-write"],
        });
        await take(await context.newPage(), state, colorScheme, viewport.width);
        await context.close();
      }
} finally {
  await browser.close();
  served.stop();
}
console.log(`${pictures} pictures in screens/`);

async function take(page: Page, state: State, scheme: string, width: number): Promise<void> {
  const playground = new Playground(page);
  await page.goto(`${served.url}?${state.query}`);
  await playground.phase("paused");
  try {
    await state.prepare(playground, width < 900);
    await page.waitForTimeout(600);
    await page.screenshot({ path: `${folder}${state.name}-${scheme}-${width}.png` });
    pictures++;
  } catch (error) {
    console.log(
      `${state.name}, ${scheme}, ${width} px: ${error instanceof Error ? error.message.split("\n")[0] : ""}`,
    );
  }
}
