import type { ThemeChoice } from "./layout-store.ts";

/** What the page's address asks for. */
export interface Address {
  readonly workers: number | null;
  readonly sample: string | null;
  readonly theme: ThemeChoice | null;
}

/** @param search the query part of the address. What is not understood there is left out. */
export function readAddress(search: string): Address {
  const parameters = new URLSearchParams(search);
  const workers = Number(parameters.get("workers"));
  const theme = parameters.get("theme");
  return {
    workers: Number.isInteger(workers) && workers >= 1 && workers <= 64 ? workers : null,
    sample: parameters.get("sample"),
    theme: theme === "light" || theme === "dark" ? theme : null,
  };
}
