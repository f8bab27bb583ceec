import { expect, test } from "vitest";
import { keepDraft, LONGEST_DRAFT, readDraft, type DraftStore } from "./draft-storage.ts";

function memory(): DraftStore & { readonly items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

test("what was typed for one sample comes back for that sample only", () => {
  const store = memory();
  expect(keepDraft(store, "late-orders", "SELECT 1", "SELECT 2")).toBe(true);
  expect(readDraft(store, "late-orders")).toBe("SELECT 1");
  expect(readDraft(store, "late-flights")).toBeNull();
});

test("the starter query itself is no draft, and typing it again forgets the draft", () => {
  const store = memory();
  keepDraft(store, "late-orders", "SELECT 1", "SELECT 2");
  expect(keepDraft(store, "late-orders", "SELECT 2", "SELECT 2")).toBe(true);
  expect(store.items.size).toBe(0);
});

test("a draft above the cap is not kept, nor is the older one that it replaces", () => {
  const store = memory();
  keepDraft(store, "a", "SELECT 1", "");
  expect(keepDraft(store, "a", "x".repeat(LONGEST_DRAFT + 1), "")).toBe(false);
  expect(readDraft(store, "a")).toBeNull();
});

test("storage that is full or refused never throws", () => {
  const refuse = (): never => {
    throw new DOMException("no", "SecurityError");
  };
  const store: DraftStore = { getItem: refuse, setItem: refuse, removeItem: refuse };
  expect(readDraft(store, "a")).toBeNull();
  expect(keepDraft(store, "a", "SELECT 1", "")).toBe(false);
});
