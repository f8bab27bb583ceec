let context: CanvasRenderingContext2D | null | undefined;
let family = "";

/**
 * px that a text takes in the page's font, whatever that font is on this machine.
 * Every digit counts as wide as "0", since tables set tabular numerals.
 */
export function measureText(text: string, weight: number): number {
  context ??= document.createElement("canvas").getContext("2d");
  if (!context) return text.length * 8;
  family ||= getComputedStyle(document.body).fontFamily;
  context.font = `${weight} 12px ${family}`;
  return context.measureText(text.replace(/[1-9]/g, "0")).width;
}
