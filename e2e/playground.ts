import type { Locator, Page } from "@playwright/test";

export type Phase = "empty" | "loading" | "paused" | "playing" | "finished" | "failed";

/** A mark of the time map (app/map/map-types.ts, VisibleMark). */
export interface MapMark {
  readonly kind: string;
  readonly x: number;
  readonly y: number;
  readonly seq?: number;
  readonly verdict?: string;
  readonly state?: string;
  readonly partition?: number;
  readonly start?: number;
  readonly end?: number;
  readonly text?: string;
}

/** A ledger line of the page, as numbers. */
export interface Ledger {
  readonly read: number;
  readonly counted: number;
  readonly dropped: number;
  readonly late: number;
  readonly expired: number;
  readonly filtered: number;
  readonly skipped: number;
  readonly inNoWindow: number;
  readonly malformed: number;
}

const LEDGER =
  /^([\d,]+) read = ([\d,]+) counted \+ ([\d,]+) dropped \(([\d,]+) late, ([\d,]+) expired\) \+ ([\d,]+) filtered \+ ([\d,]+) skipped \+ ([\d,]+) in no window \+ ([\d,]+) malformed$/;

/** @throws When the text is no ledger line. */
export function readLedger(text: string): Ledger {
  const match = LEDGER.exec(text.trim());
  if (!match) throw new Error(`No ledger line: ${text}`);
  const [read, counted, dropped, late, expired, filtered, skipped, inNoWindow, malformed] = match
    .slice(1)
    .map((number) => Number(number.replaceAll(",", "")));
  return { read, counted, dropped, late, expired, filtered, skipped, inNoWindow, malformed } as Ledger;
}

/** The page as its visitor meets it: by roles, names and the words on it. */
export class Playground {
  readonly page: Page;
  readonly app: Locator;
  readonly editor: Locator;
  readonly problems: Locator;
  /** Named failures of workers and of the run. */
  readonly failure: Locator;
  readonly status: Locator;
  readonly play: Locator;
  readonly pause: Locator;
  readonly run: Locator;
  readonly runToEnd: Locator;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.app = page.getByTestId("app");
    this.editor = page.getByTestId("sql-editor").getByRole("textbox", { name: "SQL query" });
    this.problems = page.getByRole("region", { name: "Problems" });
    this.failure = page.getByTestId("failure");
    this.status = page.getByRole("contentinfo", { name: "Status" });
    this.play = page.getByRole("button", { name: "Play", exact: true });
    this.pause = page.getByRole("button", { name: "Pause", exact: true });
    this.run = page.getByRole("button", { name: /^Run(?! to end)/ });
    this.runToEnd = page.getByRole("button", { name: "Run to end" });
    this.panel = page.locator("#result-panel, #phone-panel");
  }

  /**
   * Opens the page as somebody who knows it, and waits until the stream can be played.
   * @param query of the address, such as `?workers=1`.
   */
  async open(query = ""): Promise<void> {
    await this.knowsThePage();
    await this.page.goto(`./${query}`);
    await this.phase("paused");
  }

  /** From the next load on the visitor is no first one. */
  async knowsThePage(): Promise<void> {
    await this.page.addInitScript(() => localStorage.setItem("windowpane.seen", "yes"));
  }

  /** Position that is shown, once it is one of these. */
  async position(position: number): Promise<void> {
    await this.page.locator(`[data-testid=app][data-position='${position}']`).waitFor();
  }

  async positionNow(): Promise<number> {
    return Number(await this.app.getAttribute("data-position"));
  }

  /**
   * Does what loads a query, and waits until it is loaded: only then is the run of before gone, whose phase, position and
   * rows may be the same.
   */
  async loads(action: () => Promise<unknown>): Promise<void> {
    const before = Number(await this.app.getAttribute("data-run"));
    await action();
    await this.page.waitForFunction(
      (run) => Number(document.querySelector<HTMLElement>("[data-testid=app]")?.dataset["run"]) > run,
      before,
    );
  }

  /** Runs the query in the editor from the start, and waits until it plays. */
  async runQuery(): Promise<void> {
    await this.loads(() => this.page.keyboard.press("ControlOrMeta+Enter"));
    await this.page.locator("[data-testid=app]:is([data-phase=playing], [data-phase=finished])").waitFor();
  }

  /** What the time map shows, as its canvas tells it, once it had a frame to draw what the page is at. */
  async marks(): Promise<readonly MapMark[]> {
    return this.page.locator("figure[aria-labelledby=map-title] canvas").evaluate(async (canvas) => {
      for (let frame = 0; frame < 2; frame++)
        await new Promise((resolve) => requestAnimationFrame(() => resolve(null)));
      return (canvas as unknown as { visibleMarks(): MapMark[] }).visibleMarks();
    });
  }

  /** Goes on record by record until so many are read. */
  async step(position: number): Promise<void> {
    const slider = this.page.getByRole("slider", { name: "Position in the stream" });
    for (let next = (await this.positionNow()) + 1; next <= position; next++) {
      await slider.press("ArrowRight");
      await this.position(next);
    }
  }

  /** Chooses a record on the time map, which is there. */
  async chooseOnMap(seq: number): Promise<void> {
    const canvas = this.page.locator("figure[aria-labelledby=map-title] canvas");
    const story = this.page.getByRole("article").filter({ hasText: `#${seq} ` });
    await canvas.waitFor();
    // The map may be drawn anew between the question and the click: another size, another step.
    for (let tries = 0; tries < 10 && !(await story.isVisible()); tries++) {
      const mark = (await this.marks()).find((each) => each.kind === "record" && each.seq === seq);
      if (mark) await canvas.click({ position: { x: mark.x + 4, y: mark.y + 4 }, force: true });
      await story.waitFor({ timeout: 1_500 }).catch(() => undefined);
    }
    await story.waitFor();
  }

  /** Waits for a phase of the run. */
  async phase(phase: Phase): Promise<void> {
    await this.page.locator(`[data-testid=app][data-phase=${phase}]`).waitFor();
  }

  async monaco(): Promise<void> {
    await this.page.locator(".monaco-editor .view-line").first().waitFor();
  }

  async runAll(): Promise<void> {
    await this.runToEnd.click();
    await this.phase("finished");
  }

  tab(name: string): Locator {
    return this.page.getByRole("tab", { name: new RegExp(`^${name}\\b`) });
  }

  /** Opens a tab, and waits until its table has as many rows as the tab says by then. */
  async whole(tab: string): Promise<void> {
    await this.tab(tab).click();
    await this.upToDate(tab);
    for (;;) {
      const rows = Number(/[\d,]+/.exec(await this.tab(tab).innerText())?.[0]?.replaceAll(",", "") ?? 0);
      if ((await this.rowCount(tab)) === rows) return;
      await this.page.waitForTimeout(20);
    }
  }

  /** Waits until a table shows what the run is at: rows are asked of the engine, and come after the position. */
  async upToDate(name: string): Promise<void> {
    await this.grid(name).and(this.page.locator(":not([data-stale])")).waitFor();
  }

  /** Chooses a sample by its whole title, and waits until it can be played. */
  async chooseSample(title: string): Promise<void> {
    await this.page.getByRole("button", { name: /^Sample: / }).click();
    await this.loads(() =>
      this.page
        .getByRole("menuitemradio")
        .filter({ has: this.page.getByText(title, { exact: true }) })
        .click(),
    );
    await this.page.getByRole("button", { name: `Sample: ${title}`, exact: true }).waitFor();
    await this.page.locator("[data-testid=app][data-phase=paused][data-position='0']").waitFor();
  }

  /** Replaces the query as a visitor would: by pasting, since Monaco indents lines that are typed. */
  async write(sql: string): Promise<void> {
    await this.editor.focus();
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), sql);
    await this.page.keyboard.press("ControlOrMeta+V");
    // Lines that are broken to fit stand apart, so the letters alone are compared; of a long text the end is in sight.
    const letters = (text: string): string => text.replace(/\s/g, "");
    const wanted = letters(sql);
    for (;;) {
      const shown = letters(await this.text());
      if (shown === wanted || (shown.length > 100 && wanted.endsWith(shown))) return;
      await this.page.waitForTimeout(20);
    }
  }

  /** The query as it stands in whichever editor is there. */
  async text(): Promise<string> {
    return this.page.getByTestId("sql-editor").evaluate((host) => {
      const area = host.querySelector<HTMLTextAreaElement>("textarea[aria-label]");
      if (area) return area.value;
      return [...host.querySelectorAll<HTMLElement>(".view-line")]
        .toSorted((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))
        .map((line) => line.textContent.replaceAll("\u00a0", " "))
        .join("\n");
    });
  }

  grid(name: string): Locator {
    return this.page.getByRole("grid", { name });
  }

  async rowCount(name: string): Promise<number> {
    return Number(await this.grid(name).getAttribute("aria-rowcount")) - 1;
  }

  /**
   * Rows [from, to) of a grid, each as one text of these columns, parted by ` | `. The grid is scrolled to bring them.
   * @throws When the grid shows no such column.
   */
  async rows(name: string, columns: readonly string[], from = 0, to = Infinity): Promise<string[]> {
    const grid = this.grid(name);
    await this.upToDate(name);
    const count = await this.rowCount(name);
    const headers = await grid.getByRole("columnheader").allInnerTexts();
    const wanted = columns.map((column) => headers.indexOf(column));
    if (wanted.includes(-1)) throw new Error(`${name} shows ${headers.join(", ")}`);
    const found = new Map<number, string>();
    const end = Math.min(to, count);
    for (let next = from; next < end;) {
      await grid.evaluate((table, share) => {
        const body = table.querySelector("tbody");
        if (body && table.parentElement) table.parentElement.scrollTop = body.offsetHeight * share;
      }, next / count);
      await grid.locator(`[data-index="${next}"]`).waitFor();
      const seen = await grid.evaluate(
        (table, cells) =>
          [...table.querySelectorAll<HTMLElement>("[data-index]")].map((row): [number, string] => [
            Number(row.dataset["index"]),
            cells.map((cell) => row.querySelectorAll("td")[cell]?.innerText.trim()).join(" | "),
          ]),
        wanted,
      );
      for (const [index, text] of seen) found.set(index, text);
      while (found.has(next)) next++;
    }
    return Array.from({ length: Math.max(0, end - from) }, (_, at) => found.get(from + at) ?? "");
  }

  /** The ledger in the foot of the Late tab, which is opened for it. */
  async ledger(): Promise<Ledger> {
    await this.tab("Late").click();
    return readLedger(await this.panel.getByText(/ read = /).innerText());
  }
}
