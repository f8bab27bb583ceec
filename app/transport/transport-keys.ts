/** The transport's keys for any part of the page that has focus. @returns A handler that says whether the key was one of them. */
export function useTransportKeys(): (event: KeyboardEvent) => boolean {
  return () => false;
}
