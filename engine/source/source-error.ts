/** The whole source cannot be read: too large, no such column, no such file. The message is for the visitor. */
export class SourceError extends Error {
  override readonly name = "SourceError";
}
