import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright";
import { ensureBrowser, launchOptions } from "../.ci/browser.mjs";
import { Playground } from "./playground.ts";
import { buildAndServe } from "./serve.ts";

/**
 * `npm run measure`: how the built page answers in Chromium, one line a measure: `name value limit`. Ends with 1 when a
 * value is over its limit (under it, where the limit says `>=`).
 */
interface Measure {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly atLeast?: boolean;
}

const large = "?sample=late-flights-large";

const served = await buildAndServe(4175);
const browser = await chromium.launch(launchOptions(await ensureBrowser()));
try {
  const measures = [
    { name: "initial-js-kb-gz", value: initialScripts(), limit: 160 },
    await firstPaint(browser),
    await firstDrop(browser),
    await pauseTime(browser),
    ...(await fullSpeed(browser)),
    ...(await movesOnALongRun(browser)),
    ...(await mapFrames(browser)),
  ];
  for (const { name, value, limit, atLeast } of measures)
    console.log(`${name} ${Math.round(value * 10) / 10} ${atLeast ? ">= " : ""}${limit}`);
  process.exitCode = measures.some(({ value, limit, atLeast }) => (atLeast ? value < limit : value > limit))
    ? 1
    : 0;
} finally {
  await browser.close();
  served.stop();
}

/** KB of gzipped script that the page asks for before anything else: the entry and what it imports statically. */
function initialScripts(): number {
  const manifest = JSON.parse(readFileSync(join(served.folder, ".vite/manifest.json"), "utf8")) as Record<
    string,
    { file: string; isEntry?: boolean; imports?: string[] }
  >;
  const wanted = Object.keys(manifest).filter((name) => manifest[name]!.isEntry);
  const files = new Set<string>();
  for (const name of wanted) {
    files.add(manifest[name]!.file);
    wanted.push(...(manifest[name]!.imports ?? []).filter((next) => !wanted.includes(next)));
  }
  const scripts = [...files].filter((file) => file.endsWith(".js"));
  return (
    scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(served.folder, file))).length, 0) / 1_000
  );
}

/** ms to the first frame in which the query can be read: median of five fresh visits. */
async function firstPaint(from: Browser): Promise<Measure> {
  const times: number[] = [];
  for (let visit = 0; visit < 5; visit++) {
    const page = await freshPage(from);
    await page.addInitScript(watchForQuery);
    await page.goto(served.url);
    const painted = await page.waitForFunction(
      () =>
        Math.max(
          performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
          (globalThis as unknown as { readable: number }).readable,
        ) || null,
    );
    times.push((await painted.jsonValue()) ?? Infinity);
    await page.context().close();
  }
  return { name: "first-paint-ms", value: median(times), limit: 500 };
}

/** Runs in the page before it: notes the first frame whose editor, whichever it is, holds the query. */
function watchForQuery(): void {
  const notes = globalThis as unknown as { readable: number };
  notes.readable = 0;
  requestAnimationFrame(function look() {
    const field = document.querySelector<HTMLTextAreaElement>("textarea[aria-label='SQL query']");
    const lines = document.querySelector(".view-lines");
    if (`${field?.value ?? ""}${lines?.textContent ?? ""}`.includes("SELECT"))
      notes.readable = performance.now();
    else requestAnimationFrame(look);
  });
}

/** ms from Play to the first drop on the page, as a first visitor meets it. */
async function firstDrop(from: Browser): Promise<Measure> {
  const page = await freshPage(from);
  const playground = new Playground(page);
  await page.goto(served.url);
  await playground.phase("paused");
  await playground.monaco();
  const began = Date.now();
  await playground.play.click();
  await page.getByRole("button", { name: "Play on" }).waitFor();
  const value = Date.now() - began;
  await page.context().close();
  return { name: "first-drop-ms", value, limit: 5_000 };
}

/** ms from a click on Pause to the paused page, while 200,000 flights replay as fast as they can: median of five. */
async function pauseTime(from: Browser): Promise<Measure> {
  const times: number[] = [];
  for (let run = 0; times.length < 5; run++) {
    const page = await freshPage(from);
    const playground = new Playground(page);
    await playground.knowsThePage();
    await page.goto(served.url + large);
    await playground.phase("paused");
    await page.waitForFunction(() => document.body.innerText.includes("200,000"));
    const time = await page.evaluate(pauseAt, 1 + (run % 5) * 10_000);
    if (time !== null) times.push(time);
    await page.context().close();
  }
  return { name: "pause-ms", value: median(times), limit: 50 };
}

/**
 * Runs in the page: starts a run to the end and pauses it once so many records were read.
 * @returns ms that the pause took; null when the run was over before the page had shown so many.
 */
function pauseAt(position: number): Promise<number | null> {
  const app = document.querySelector<HTMLElement>("[data-testid=app]")!;
  return new Promise((resolve) => {
    let began = 0;
    new MutationObserver((_, observer) => {
      const { phase, position: reached } = app.dataset;
      if (began === 0 && phase === "playing" && Number(reached) >= position) {
        began = performance.now();
        document.querySelector<HTMLElement>('button[aria-label="Pause"]')!.click();
      } else if (phase === "finished" || (began > 0 && phase === "paused")) {
        observer.disconnect();
        resolve(phase === "paused" ? performance.now() - began : null);
      }
    }).observe(app, { attributes: true });
    document.querySelector<HTMLElement>('button[aria-label="Run to end"]')!.click();
  });
}

/** The longest task of the main thread, ms, and records a second, while 200,000 flights replay at full speed. */
async function fullSpeed(from: Browser): Promise<Measure[]> {
  const page = await freshPage(from);
  const playground = new Playground(page);
  await page.goto(served.url + large);
  await playground.phase("paused");
  await playground.monaco();
  await page.waitForFunction(() => document.body.innerText.includes("200,000"));
  await page.waitForTimeout(1_000);
  await page.evaluate(() => {
    const longest = globalThis as unknown as { longestTask: number };
    longest.longestTask = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        longest.longestTask = Math.max(longest.longestTask, entry.duration);
    }).observe({ type: "longtask" });
  });
  const began = Date.now();
  await playground.runAll();
  const spent = Date.now() - began;
  await page.waitForTimeout(500);
  const longest = await page.evaluate(() => (globalThis as unknown as { longestTask: number }).longestTask);
  await page.context().close();
  return [
    { name: "longest-task-ms", value: longest, limit: 100 },
    { name: "records-per-second", value: 200_000 / (spent / 1_000), limit: 100_000, atLeast: true },
  ];
}

/** ms to show another position of a run of 100,000 records that is known, and to step there and back; medians. */
async function movesOnALongRun(from: Browser): Promise<Measure[]> {
  const page = await freshPage(from);
  const playground = new Playground(page);
  await playground.knowsThePage();
  await page.goto(served.url + large);
  await playground.phase("paused");
  await page.waitForFunction(
    () => Number(document.querySelector<HTMLElement>("[data-testid=app]")!.dataset["known"]) >= 100_000,
  );
  await page.waitForTimeout(2_000);
  const seeks = await page.evaluate(moveTimes, { places: [100_000, 50_000, 99_000, 10, 75_000], key: null });
  const steps = await page.evaluate(moveTimes, {
    places: [74_999, 75_000, 75_001, 75_000, 74_999],
    key: ",",
  });
  await page.context().close();
  return [
    { name: "seek-100k-ms", value: median(seeks), limit: 100 },
    { name: "step-ms", value: median(steps), limit: 50 },
  ];
}

/** Runs in the page: ms from each wish to the page that shows it, one after the other. @param key null: by the slider. */
async function moveTimes(moves: {
  readonly places: readonly number[];
  readonly key: string | null;
}): Promise<number[]> {
  const app = document.querySelector<HTMLElement>("[data-testid=app]")!;
  const slider = document.querySelector<HTMLInputElement>("input[type=range]")!;
  const times: number[] = [];
  for (const place of moves.places) {
    const now = Number(app.dataset["position"]);
    const began = performance.now();
    slider.focus();
    if (moves.key === null) {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!.call(slider, String(place));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    } else
      slider.dispatchEvent(
        new KeyboardEvent("keydown", { key: place > now ? "." : ",", bubbles: true, cancelable: true }),
      );
    await new Promise<void>((resolve) => {
      new MutationObserver((_, observer) => {
        if (Number(app.dataset["position"]) !== place) return;
        observer.disconnect();
        // Shown is what has been painted.
        requestAnimationFrame(() => resolve());
      }).observe(app, { attributes: true });
    });
    times.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return times;
}

/** ms of a frame of the time map while 20,000 ticks replay. */
async function mapFrames(from: Browser): Promise<Measure[]> {
  const page = await freshPage(from);
  const playground = new Playground(page);
  await playground.knowsThePage();
  await page.goto(`${served.url}?sample=market-ticks`);
  await playground.phase("paused");
  await playground.monaco();
  await page.waitForTimeout(2_000);
  await page.evaluate(() => {
    const notes = globalThis as unknown as { frames: number[] };
    notes.frames = [];
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries())
        if (name === "time-map-frame") notes.frames.push(duration);
    }).observe({ type: "measure" });
  });
  await page.getByRole("button", { name: /^Speed: / }).click();
  await page.getByRole("menuitemradio", { name: "8×" }).click();
  await playground.play.click();
  await playground.phase("finished");
  const frames = await page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames);
  await page.context().close();
  if (frames.length < 50) throw new Error(`The map painted ${frames.length} frames only.`);
  return [
    { name: "map-frame-median-ms", value: median(frames), limit: 8 },
    {
      name: "map-frame-p95-ms",
      value: frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)]!,
      limit: 16,
    },
  ];
}

async function freshPage(from: Browser): Promise<Page> {
  const context = await from.newContext({ viewport: { width: 1440, height: 900 } });
  return context.newPage();
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
