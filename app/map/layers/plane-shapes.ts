import type { Projection } from "../projection.ts";
import type { Area, Line } from "../shapes.ts";

/** A part of the plane, ms. */
export interface PlaneRect {
  readonly from: number;
  readonly to: number;
  /** Of arrival. */
  readonly since: number;
  readonly until: number;
}

/** A part of the plane as a polygon; 1 px stays free at its beginning, for the grid. */
export function planeArea(
  projection: Projection,
  { from, to, since, until }: PlaneRect,
  fill: Area["fill"],
  alpha: Area["alpha"],
): Area {
  const inset = 1 / projection.eventScale;
  const begin = Math.min(from + inset, to);
  const corners = [
    [begin, since],
    [to, since],
    [to, until],
    [begin, until],
  ] as const;
  return {
    kind: "area",
    points: corners.flatMap(([event, arrival]) => [
      projection.x(event, arrival),
      projection.y(event, arrival),
    ]),
    fill,
    alpha,
  };
}

/** A line of one arrival, from one event time to another; on whole pixels where it lies straight. */
export function arrivalLine(
  projection: Projection,
  { from, to, at }: { readonly from: number; readonly to: number; readonly at: number },
  style: Omit<Line, "kind" | "paths">,
): Line {
  const path = [projection.x(from, at), projection.y(from, at), projection.x(to, at), projection.y(to, at)];
  const snapped = style.width >= 2 ? Math.round : (px: number): number => Math.floor(px) + 0.5;
  if (projection.orientation === "arrival-up") path[1] = path[3] = snapped(path[1]!);
  if (projection.orientation === "arrival-right") path[0] = path[2] = snapped(path[0]!);
  return { kind: "line", paths: [path], ...style };
}

/** Corners [event, arrival, …] as px. */
export function planePath(projection: Projection, corners: readonly number[]): number[] {
  const path: number[] = [];
  for (let i = 0; i < corners.length; i += 2)
    path.push(projection.x(corners[i]!, corners[i + 1]!), projection.y(corners[i]!, corners[i + 1]!));
  return path;
}
