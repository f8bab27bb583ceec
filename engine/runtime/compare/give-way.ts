/** ms of work after which other messages get their turn. */
const SLICE = 8;

/** Work that was asked for is not wanted any more: something newer took its place. */
export class Overtaken extends Error {
  constructor() {
    super("Something newer took the place of this.");
  }
}

/** Called between pieces of work of a few ms. @throws Overtaken when the work is not wanted any more. */
export type GiveWay = () => Promise<void>;

/**
 * Cuts long work into slices between which other messages get their turn.
 * @param now ms; the wall clock. @param isWanted asked at each piece.
 */
export function slices(now: () => number, isWanted: () => boolean): GiveWay {
  let began = now();
  return async () => {
    if (now() - began >= SLICE) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      began = now();
    }
    if (!isWanted()) throw new Overtaken();
  };
}
