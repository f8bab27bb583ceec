/** Pairs of a record and a window that takes it, by record, then by window: which slot each belongs to. */
export class PlacedRecords {
  /** Pairs. */
  count = 0;
  /** Whether the window of any pair has closed. */
  anyClosed = false;
  rows: Int32Array = new Int32Array(0);
  slots: Int32Array = new Int32Array(0);
  /** 1 where the window has closed. */
  closed: Uint8Array = new Uint8Array(0);
  /** The watermark that judged the record, ms. */
  judged: Float64Array = new Float64Array(0);

  /** Makes room for so many pairs; those that are there are lost. */
  reserve(count: number): void {
    if (count <= this.rows.length) return;
    this.rows = new Int32Array(count);
    this.slots = new Int32Array(count);
    this.closed = new Uint8Array(count);
    this.judged = new Float64Array(count);
  }
}
