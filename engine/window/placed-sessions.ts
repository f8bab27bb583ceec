import { PlacedRecords } from "./placed-records.ts";

/** Records and the session that each is in, with the bounds that it gave it and those before, ms. */
export class PlacedSessions extends PlacedRecords {
  start: Float64Array = new Float64Array(0);
  end: Float64Array = new Float64Array(0);
  oldStart: Float64Array = new Float64Array(0);
  oldEnd: Float64Array = new Float64Array(0);
  /** 1 where the record takes back what is shown of its session as it was. */
  takesBack: Uint8Array = new Uint8Array(0);

  override reserve(count: number): void {
    super.reserve(count);
    if (count <= this.start.length) return;
    this.start = new Float64Array(count);
    this.end = new Float64Array(count);
    this.oldStart = new Float64Array(count);
    this.oldEnd = new Float64Array(count);
    this.takesBack = new Uint8Array(count);
  }
}
