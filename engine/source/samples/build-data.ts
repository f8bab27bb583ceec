/**
 * Writes the large samples' data into public/data/, where the page fetches it: `tsx engine/source/samples/build-data.ts`.
 * Does nothing when the files are there and were made from the same inputs by the same code.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parquetRead } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { type Flight, flightReports } from "./flight-reports.ts";

const here = import.meta.dirname;
const target = join(here, "../../../public/data");
const datasets = join(dirname(createRequire(import.meta.url).resolve("vega-datasets")), "../data");
const small = readFileSync(join(datasets, "flights-20k.json"));
const large = readFileSync(join(datasets, "flights-3m.parquet"));

/** Of the three million flights every fifteenth is kept: 200,000. */
const KEPT_OF_LARGE = 15;

const stamp = ["build-data.ts", "flight-reports.ts"]
  .map((name) => readFileSync(join(here, name)))
  .concat(small, large)
  .reduce((hash, bytes) => hash.update(bytes), createHash("sha256"))
  .digest("hex");
const stampFile = join(target, "stamp.txt");
const files: Record<string, () => Promise<string>> = {
  "late-flights.csv": async () => flightReports(readSmall()),
  "late-flights-large.csv": async () => flightReports(await readLarge()),
};

const upToDate =
  existsSync(stampFile) &&
  readFileSync(stampFile, "utf8") === stamp &&
  Object.keys(files).every((name) => existsSync(join(target, name)));
if (upToDate) console.log("public/data is up to date");
else {
  mkdirSync(target, { recursive: true });
  for (const [name, make] of Object.entries(files)) {
    write(name, await make());
    console.log(`public/data/${name}`);
  }
  write("stamp.txt", stamp);
}

/** Whoever reads at the same time sees the old file or the new one, never a part. */
function write(name: string, text: string): void {
  const part = join(target, `${name}.${process.pid}.part`);
  writeFileSync(part, text);
  renameSync(part, join(target, name));
}

function readSmall(): Flight[] {
  const rows = JSON.parse(small.toString()) as (Omit<Flight, "scheduled"> & { readonly date: string })[];
  return rows.map(({ date, ...flight }) => {
    // 2001/01/01 00:47
    const [year, month, day, hour, minute] = date.split(/\D/).map(Number) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return { scheduled: Date.UTC(year, month - 1, day, hour, minute) / 60_000, ...flight };
  });
}

async function readLarge(): Promise<Flight[]> {
  const kept = new Map<string, unknown[]>();
  await parquetRead({
    file: large.buffer.slice(large.byteOffset, large.byteOffset + large.byteLength),
    compressors,
    onChunk({ columnName, columnData, rowStart }) {
      const values = kept.get(columnName) ?? [];
      kept.set(columnName, values);
      const first = Math.ceil(rowStart / KEPT_OF_LARGE) * KEPT_OF_LARGE;
      for (let row = first; row < rowStart + columnData.length; row += KEPT_OF_LARGE)
        values[row / KEPT_OF_LARGE] = columnData[row - rowStart];
    },
  });
  const column = <T>(name: string): T[] => kept.get(name) as T[];
  const delays = column<bigint>("delay");
  const distances = column<bigint>("distance");
  const origins = column<string>("origin");
  const destinations = column<string>("destination");
  return column<Date>("date").map((date, index) => ({
    scheduled: date.getTime() / 60_000,
    delay: Number(delays[index]),
    distance: Number(distances[index]),
    origin: origins[index]!,
    destination: destinations[index]!,
  }));
}
