import { readPalette } from "../../map/paint/palette.ts";
import { paintPicture } from "../../map/map-painter.ts";
import type { MapContent } from "../../map/map-picture.ts";
import type { Size } from "../../ui/use-size.ts";

/** Device pixels a CSS px: sharp on paper too. */
const SCALE = 2;

/** "late-orders-at-42.png". @param source a sample's id, or the name of a file. */
export function pngName(source: string, read: number): string {
  const plain = source
    .replace(/\.[^.]*$/, "")
    .replace(/[^\w-]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${plain || "stream"}-at-${read}.png`;
}

/** Paints the map anew in the present theme and hands it to the visitor as a file. */
export function savePng(content: MapContent, size: Size, dark: boolean, name: string): void {
  const canvas = paintPicture({
    ...content,
    size: { ...size, scale: SCALE },
    palette: readPalette(dark, false),
  });
  canvas.toBlob((blob) => {
    if (!blob) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }, "image/png");
}
