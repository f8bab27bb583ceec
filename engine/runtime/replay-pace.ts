/**
 * How far replay has come: arrival time passes at `basePace * speed` ms a second of play. Pure; the caller's clock is
 * passed in (law 4: replay runs on the arrival clock).
 */
export class ReplayPace {
  #speed: number;
  #arrival: number;
  #since: number;
  readonly #basePace: number;

  /** @param basePace ms of arrival time a second at 1x. @param arrival ms, where play starts. @param now ms. */
  constructor(basePace: number, speed: number, arrival: number, now: number) {
    this.#basePace = basePace;
    this.#speed = speed;
    this.#arrival = arrival;
    this.#since = now;
  }

  /** @returns The arrival time reached at `now` (ms); Infinity at full speed. */
  arrivalAt(now: number): number {
    if (this.#speed === Infinity) return Infinity;
    return this.#arrival + ((now - this.#since) / 1_000) * this.#basePace * this.#speed;
  }

  /** From now on at another speed. */
  setSpeed(speed: number, now: number): void {
    this.#arrival = this.#speed === Infinity ? this.#arrival : this.arrivalAt(now);
    this.#since = now;
    this.#speed = speed;
  }

  /** Puts the clock of play back to `arrival`: after full speed, or when reading fell behind. */
  restartAt(arrival: number, now: number): void {
    this.#arrival = arrival;
    this.#since = now;
  }
}
