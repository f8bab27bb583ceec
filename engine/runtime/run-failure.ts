/** A record that ends the run, where a preset's rules say so. The message is for people. */
export class RunFailure extends Error {
  /** Seq of the record. */
  readonly seq: number;

  constructor(seq: number, message: string) {
    super(message);
    this.name = "RunFailure";
    this.seq = seq;
  }
}
