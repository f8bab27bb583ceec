/** In localStorage once the first run was seen; whoever sets it before the page loads skips the first run. */
export const SEEN_KEY = "windowpane.seen";
