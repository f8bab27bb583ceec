/** ms over which a rate is taken. */
const SPAN = 250;

/** How many records a second the view passes while it plays, smoothed over the last second or so. */
export class ReplayRate {
  /** Records a second; 0 until it was taken once. */
  value = 0;
  #at = 0;
  #read = 0;

  /** Play begins. @param read position. @param now ms. */
  start(read: number, now: number): void {
    this.value = 0;
    this.#read = read;
    this.#at = now;
  }

  measure(read: number, now: number): void {
    const span = now - this.#at;
    if (span < SPAN) return;
    const rate = ((read - this.#read) / span) * 1_000;
    this.value = this.value === 0 ? rate : 0.5 * this.value + 0.5 * rate;
    this.#read = read;
    this.#at = now;
  }
}
