import { expect, test, type Locator } from "@playwright/test";
import { type Ledger, Playground } from "./playground.ts";

interface Expected {
  readonly title: string;
  readonly ledger: Ledger;
  readonly countedLate: number;
  readonly rowsOut: number;
  /** Rows of the changelog at fixed places: kind, window, values, cause. */
  readonly columns: readonly string[];
  readonly rows: Readonly<Record<number, string>>;
}

/** Of the model that computes row by row (engine/testing/reference-engine.ts). */
const expected: readonly Expected[] = [
  {
    title: "Late orders, one quiet partition",
    ledger: ledger({ read: 49, counted: 46, expired: 3 }),
    countedLate: 8,
    rowsOut: 73,
    columns: ["kind", "pane", "window", "city", "orders", "revenue", "cause"],
    rows: {
      0: "+I | early | [00:00, 00:10) | berlin | 1 | 18.40 | #0",
      16: "+U | late | [00:00, 00:10) | kyoto | 3 | 113.25 | #12",
      72: "+U | on-time | [00:50, 01:00) | osaka | 1 | 30.50 | end",
    },
  },
  {
    title: "The classic ten",
    ledger: ledger({ read: 10, counted: 10 }),
    countedLate: 1,
    rowsOut: 5,
    columns: ["kind", "pane", "window", "total", "cause"],
    rows: {
      0: "+I | on-time | [12:00, 12:02) | 5 | #2",
      1: "+U | late | [12:00, 12:02) | 14 | #6",
      2: "+I | on-time | [12:02, 12:04) | 18 | #7",
      3: "+I | on-time | [12:04, 12:06) | 4 | #8",
      4: "+I | on-time | [12:06, 12:08) | 12 | end",
    },
  },
  {
    title: "Hopping: a record in three windows",
    ledger: ledger({ read: 16, counted: 16 }),
    countedLate: 2,
    rowsOut: 47,
    columns: ["kind", "pane", "window", "orders", "revenue", "cause"],
    rows: {
      0: "+I | early | [00:00, 00:15) | 1 | 12.50 | #0",
      39: "+U | late | [00:15, 00:30) | 10 | 238.95 | #13",
      46: "+U | early | [00:35, 00:50) | 2 | 47.50 | #15",
    },
  },
  {
    title: "Sessions that merge",
    ledger: ledger({ read: 26, counted: 25, expired: 1 }),
    countedLate: 1,
    rowsOut: 39,
    columns: ["kind", "pane", "window", "user", "clicks", "cause"],
    rows: {
      0: "+I | early | [00:01, 00:06) | ana | 1 | #0",
      18: "+I | early | [00:02.0, 00:19.5) | ben | 5 | #10",
      38: "+I | early | [00:41, 00:46) | ben | 1 | #25",
    },
  },
  {
    title: "Late flights",
    ledger: ledger({ read: 20_000, counted: 3_484, late: 1_620, filtered: 14_896 }),
    countedLate: 0,
    rowsOut: 3_484,
    columns: ["kind", "pane", "window", "origin", "flights", "mean_delay", "cause"],
    rows: {
      0: "+I | early | [2001-01-01, 2001-01-02) | LAX | 1 | -19.000 | #10",
      1_000: "+U | early | [2001-01-27, 2001-01-28) | LAX | 6 | -6.500 | #5964",
      3_483: "+U | early | [2001-03-31, 2001-04-01) | DFW | 10 | 2.100 | #19998",
    },
  },
  {
    title: "Late flights, 200,000 of them",
    ledger: ledger({ read: 200_000, counted: 31_830, late: 29_035, filtered: 139_135 }),
    countedLate: 0,
    rowsOut: 31_830,
    columns: ["kind", "pane", "window", "origin", "flights", "mean_delay", "cause"],
    rows: {
      0: "+I | early | [2001-01-01, 2001-01-02) | ORD | 1 | 104.000 | #3",
      4_000: "+U | early | [2001-01-24, 2001-01-25) | DFW | 16 | -7.375 | #25470",
      31_829: "+U | early | [2001-06-30, 2001-07-01) | ORD | 45 | 4.889 | #199997",
    },
  },
  {
    title: "Market ticks",
    ledger: ledger({ read: 20_000, counted: 19_342, late: 658 }),
    countedLate: 0,
    rowsOut: 19_342,
    columns: ["kind", "pane", "window", "symbol", "low", "cause"],
    rows: {
      0: "+I | early | [13:30:00, 13:30:05) | MSFT | 389.7857 | #0",
      4_000: "+U | early | [13:30:10, 13:30:15) | MSFT | 395.8522 | #4106",
      19_341: "+U | early | [13:30:55, 13:31:00) | GOOGL | 164.4082 | #19999",
    },
  },
];

test("each sample runs to its end: ledger, changelog and charts say what the model computes", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  for (const { title, ledger: counts, countedLate, rowsOut, columns, rows } of expected)
    await test.step(title, async () => {
      await playground.chooseSample(title);
      await playground.runAll();

      await expect.poll(() => playground.ledger()).toEqual(counts);
      const { read, counted, dropped, filtered, skipped, inNoWindow, malformed } = await playground.ledger();
      expect(counted + dropped + filtered + skipped + inNoWindow + malformed).toBe(read);
      await expect(playground.status).toContainText(`counted late ${countedLate}`);
      await expect(page.getByText(`all read, ${rowsOut.toLocaleString("en-US")} rows out`)).toBeVisible();

      await playground.tab("Changes").click();
      await expect.poll(() => playground.rowCount("Changes")).toBe(rowsOut);
      for (const [index, row] of Object.entries(rows))
        expect(await playground.rows("Changes", columns, Number(index), Number(index) + 1)).toEqual([row]);

      await playground.tab("Charts").click();
      const late = page.getByRole("figure", { name: /^Bar chart of late / });
      await expect(late).toHaveAccessibleName(
        new RegExp(`: ${countedLate} counted late, ${counts.dropped.toLocaleString("en-US")} dropped\\.$`),
      );
      await expect.poll(() => areaOf(late.locator(".recharts-bar-rectangle path"))).toBeGreaterThan(0);
      const output = page.getByRole("figure", { name: /^Line chart of / });
      await expect
        .poll(() => output.locator(".recharts-line-curve").last().getAttribute("d"))
        .toMatch(/^M-?[\d.]+,-?[\d.]+[LHV]/);
    });
});

function ledger(some: Partial<Ledger>): Ledger {
  const { read = 0, counted = 0, late = 0, expired = 0, filtered = 0 } = some;
  return {
    read,
    counted,
    dropped: late + expired,
    late,
    expired,
    filtered,
    skipped: 0,
    inNoWindow: 0,
    malformed: 0,
  };
}

/** px² of what is drawn. */
async function areaOf(shapes: Locator): Promise<number> {
  return shapes.evaluateAll((all) =>
    all.reduce((sum, shape) => {
      const { width, height } = shape.getBoundingClientRect();
      return sum + width * height;
    }, 0),
  );
}
