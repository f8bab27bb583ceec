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
  /** Only where the map has room for it. */
  readonly wide?: true;
  /** As nobody has seen the page before. */
  readonly first?: true;
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
/** Rows of it are shown, and withdrawn when the sum has grown. */
const withdrawing = `-- @num_partitions: 3
SELECT city, SUM(amount) AS revenue
FROM orders
GROUP BY city
WINDOW TUMBLING(ordered_at, 10s)
HAVING SUM(amount) < 60
EMIT CHANGES`;
const over = `SELECT city, amount, SUM(amount) OVER (ROWS WINDOW BUFFER 3 ROWS) AS last_three
FROM orders`;
const cumulating = `SELECT city, COUNT(*) AS orders
FROM orders
GROUP BY city
WINDOW CUMULATE(ordered_at, 5s, 15s)
EMIT CHANGES`;

const states: readonly State[] = [
  { name: "first-0", query: "", first: true, prepare: async () => undefined },
  { name: "first-watermark", query: "", first: true, prepare: (playground) => playAsFar(playground, 7) },
  {
    name: "first-drop",
    query: "",
    first: true,
    prepare: async (playground) => {
      await playground.play.click();
      await playground.page.getByRole("button", { name: "Play on" }).waitFor();
    },
  },
  { name: "start", query: quiet, prepare: async () => undefined },
  { name: "debug", query: quiet, prepare: (playground) => debug(playground, "Changes") },
  { name: "late", query: quiet, prepare: (playground) => debug(playground, "Late") },
  {
    name: "delay",
    query: quiet,
    wide: true,
    prepare: async (playground) => {
      await debug(playground, "Changes");
      await playground.page.getByRole("button", { name: /^Axes: / }).click();
      await playground.page.getByRole("menuitemradio", { name: /delay/i }).click();
    },
  },
  {
    name: "split",
    query: quiet,
    wide: true,
    prepare: async (playground) => {
      await debug(playground, "Partitions");
      await playground.page.getByText("Split", { exact: true }).click();
    },
  },
  {
    name: "lineage",
    query: quiet,
    prepare: async (playground, narrow) => {
      await debug(playground, "Changes");
      if (narrow) await playground.tab("Changes").click();
      const row = playground.grid("Changes").locator("[data-index]").last();
      await row.getByRole("gridcell").nth(1).click();
      if (narrow) await playground.tab("Time map").click();
    },
  },
  {
    name: "map-as-table",
    query: quiet,
    prepare: async (playground) => {
      await debug(playground, "Windows");
      await playground.page.getByRole("button", { name: "Show as table", exact: true }).click();
    },
  },
  {
    name: "withdrawn",
    query: quiet,
    wide: true,
    prepare: async (playground) => {
      const { page } = playground;
      await playground.monaco();
      await playground.write(withdrawing);
      await playground.runQuery();
      await playground.runAll();
      await page.getByRole("radio", { name: "Partition B" }).check({ force: true });
    },
  },
  {
    name: "trace-off",
    query: quiet,
    wide: true,
    prepare: async (playground) => {
      await debug(playground, "Late");
      await playground.page.getByRole("switch", { name: "trace" }).click();
      await playground.page.getByRole("button", { name: "Turn the trace on" }).first().waitFor();
    },
  },
  {
    name: "share",
    query: quiet,
    prepare: async (playground) => {
      await debug(playground, "Results");
      await playground.page.keyboard.press("Control+S");
      await playground.page.getByRole("heading", { name: /link/i }).waitFor();
    },
  },
  { name: "hop", query: "sample=hopping-orders", prepare: (playground) => chosen(playground, 14, 13) },
  { name: "session", query: "sample=merging-sessions", prepare: (playground) => chosen(playground, 25, 10) },
  {
    name: "session-drop",
    query: "sample=merging-sessions",
    wide: true,
    prepare: async (playground) => {
      await chosen(playground, 25, 24);
      await playground.tab("Windows").click();
    },
  },
  { name: "classic", query: "sample=classic-ten", prepare: (playground) => playground.runAll() },
  ...["Results", "Changes", "Late", "Windows", "Partitions", "Charts"].map((tab): State => ({
    name: `end-${tab.toLowerCase()}`,
    query: quiet,
    prepare: async (playground) => {
      await playground.runAll();
      await playground.tab(tab).click();
    },
  })),
  ...["Streams", "Time map"].map((tab): State => ({
    name: `end-${tab.toLowerCase().replace(" ", "-")}`,
    query: quiet,
    phone: true,
    prepare: async (playground) => {
      await playground.runAll();
      await playground.tab(tab).click();
    },
  })),
  ...["Differences", "All rows", "Orders"].map((part): State => ({
    name: `compare-${part.toLowerCase().replace(" ", "-")}`,
    query: "sample=late-orders",
    prepare: async (playground) => {
      await playground.runAll();
      await playground.tab("Compare").click();
      const { page } = playground;
      await page.getByRole("radio", { name: "ksqlDB" }).check({ force: true });
      await page.getByRole("region", { name: "Why they differ" }).getByRole("listitem").first().waitFor();
      await page.getByRole("radio", { name: new RegExp(`^${part}`) }).check({ force: true });
      await page.locator("#result-panel, #phone-panel").locator("[data-index]").first().waitFor();
    },
  })),
  {
    name: "rules",
    query: "sample=late-orders",
    prepare: async (playground, narrow) => {
      const { page } = playground;
      await playground.runAll();
      if (narrow) {
        await page.getByRole("button", { name: "More", exact: true }).click();
        await page.getByRole("menuitem", { name: /^Rules: / }).click();
      } else await page.getByRole("button", { name: /^Rules: / }).click();
      await page.getByRole("button", { name: /^Choose window: / }).waitFor();
    },
  },
  ...["Speed", "Queues"].map((part): State => ({
    name: part.toLowerCase(),
    query: quiet,
    prepare: async (playground) => {
      await debug(playground, "Partitions");
      await playground.tab("Partitions").click();
      await playground.page.getByRole("radio", { name: part }).check({ force: true });
    },
  })),
  { name: "over", query: quiet, prepare: (playground, narrow) => written(playground, narrow, over) },
  {
    name: "cumulate",
    query: quiet,
    prepare: (playground, narrow) => written(playground, narrow, cumulating),
  },
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
        if (state.wide && viewport.width < 900) continue;
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

/** The picture that the page is built around: 42 orders read, #28 chosen. */
async function debug(playground: Playground, tab: string): Promise<void> {
  const { page } = playground;
  const narrow = page.viewportSize()!.width < 900;
  if (narrow) await playground.tab("Time map").click();
  const next = page.getByRole("button", { name: "Next drop", exact: true });
  await next.click();
  await playground.position(22);
  await next.click();
  await playground.position(29);
  const slider = page.getByRole("slider", { name: "Position in the stream" });
  for (let position = 30; position <= 42; position++) {
    await slider.press("ArrowRight");
    await playground.position(position);
  }
  if (!narrow) await playground.tab(tab).click();
}

/** So many records read, and one of them chosen on the map. */
async function chosen(playground: Playground, read: number, seq: number): Promise<void> {
  const narrow = playground.page.viewportSize()!.width < 900;
  await playground.step(read);
  if (narrow) await playground.tab("Time map").click();
  else await playground.tab("Changes").click();
  await playground.chooseOnMap(seq);
}

/** The map at the end of a query of its own, beside its changes. */
async function written(playground: Playground, narrow: boolean, sql: string): Promise<void> {
  if (narrow) await playground.tab("SQL").click();
  else await playground.monaco();
  await playground.write(sql);
  await playground.runQuery();
  await playground.runAll();
  await playground.tab(narrow ? "Time map" : "Changes").click();
}

async function playAsFar(playground: Playground, position: number): Promise<void> {
  await playground.play.click();
  await playground.page.waitForFunction(
    (wanted) =>
      Number(document.querySelector<HTMLElement>("[data-testid=app]")?.dataset["position"]) >= wanted,
    position,
  );
  await playground.pause.click();
}

async function take(page: Page, state: State, scheme: string, width: number): Promise<void> {
  const playground = new Playground(page);
  if (!state.first) await playground.knowsThePage();
  await page.goto(state.query === "" ? served.url : `${served.url}?${state.query}`);
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
