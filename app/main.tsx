import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createEngine } from "../engine/client/create-engine.ts";
import { App } from "./App.tsx";
import { createPlayground } from "./engine/playground.ts";
import { PlaygroundContext } from "./engine/playground-context.ts";
import { pauseAt } from "./first-run/first-run-store.ts";
import { readAddress } from "./session/address.ts";
import { useLayout } from "./session/layout-store.ts";
import { openAddress } from "./share/open-address.ts";
import { applyTheme } from "./theme/use-scheme.ts";
import "./theme/tokens.css";
import "./theme/base.css";
import "./layout/page.css";

const address = readAddress(location.search);
if (address.theme) useLayout.setState({ theme: address.theme });
applyTheme(useLayout.getState().theme);
useLayout.subscribe(({ theme }) => applyTheme(theme));

const playground = createPlayground(
  createEngine(address.workers === null ? {} : { workers: address.workers }),
  pauseAt,
);
void playground.start(address.sample, () => openAddress(location.hash, playground));

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <PlaygroundContext value={playground}>
        <App />
      </PlaygroundContext>
    </StrictMode>,
  );
