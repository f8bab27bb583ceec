import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** Law 9: what the visitor typed is never run as code, and the page says so to the browser. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** NO_ISOLATION=1 serves the page as a plain static host would: no SharedArrayBuffer, the transfer path runs. */
const isolation: Record<string, string> = process.env["NO_ISOLATION"]
  ? {}
  : {
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
      "Cross-Origin-Resource-Policy": "same-origin",
    };

export default defineConfig({
  root: "app",
  base: "./",
  publicDir: "../public",
  plugins: [react()],
  worker: { format: "es" },
  server: { headers: isolation, port: 5173, strictPort: true, fs: { allow: [".."] } },
  preview: {
    headers: { ...isolation, "Content-Security-Policy": contentSecurityPolicy },
    port: 4173,
    strictPort: true,
  },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2023",
    manifest: true,
    chunkSizeWarningLimit: 4000,
  },
  test: {
    root: ".",
    include: ["engine/**/*.test.ts", "app/**/*.test.ts"],
    setupFiles: ["engine/testing/property-seed.ts"],
    testTimeout: 60_000,
  },
});
