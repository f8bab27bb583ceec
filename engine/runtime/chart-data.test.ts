import { afterEach, expect, test } from "vitest";
import { document, engine, pauseAll } from "../testing/service-under-test.ts";

afterEach(pauseAll);

test("columns of one name are offered and drawn each for itself", async () => {
  const { service, until } = engine();
  await service.load(
    document(
      20,
      "SELECT k, COUNT(*) AS n, MAX(k) AS n, SUM(k) AS total FROM t GROUP BY k WINDOW TUMBLING(ts, 1s) EMIT CHANGES",
    ),
  );
  await until(({ phase }) => phase === "paused");
  service.seek(Infinity);
  await until(({ phase }) => phase === "finished");
  const drawn = (column: string | null) => {
    const { column: name, index, columns, lines } = service.chart(column, 9);
    const of = lines.find(({ key }) => key === "6")!;
    return { name, index, columns, values: of.points.map(([, value]) => value) };
  };
  const columns = ["n", "n (2)", "total"];
  expect(drawn(null)).toEqual({ name: "n", index: 1, columns, values: [1, 2] });
  expect(drawn("n (2)")).toEqual({ name: "n (2)", index: 2, columns, values: [6, 6] });
  expect(drawn("total")).toEqual({ name: "total", index: 3, columns, values: [6, 12] });
});

test("a row that is withdrawn ends its line", async () => {
  const { service, until } = engine();
  await service.load(
    document(
      30,
      "SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW TUMBLING(ts, 1s) HAVING COUNT(*) < 4 EMIT CHANGES",
    ),
  );
  await until(({ phase }) => phase === "paused");
  service.seek(Infinity);
  await until(({ phase }) => phase === "finished");
  const { lines } = service.chart("n", 9);
  const values = (of: string): unknown =>
    lines.find(({ key }) => key === of)!.points.map(([, value]) => value);
  expect([values("1"), values("5")]).toEqual([
    [1, 2, 3, null],
    [1, 2, 3, null],
  ]);
});
