import { useEffect, useEffectEvent, type RefObject } from "react";

export interface PopoverControl {
  readonly toggle: () => void;
  readonly close: () => void;
}

/** px between a popover and its button, and between a popover and the edge of the page. */
const GAP = 4;
const EDGE = 8;

/** Places a native popover at its button: under it, or above it where there is more room; inside the page always. */
export function usePopover(
  opener: RefObject<HTMLElement | null>,
  popover: RefObject<HTMLElement | null>,
  onToggle: (open: boolean) => void,
): PopoverControl {
  const toggled = useEffectEvent(onToggle);
  useEffect(() => {
    const element = popover.current;
    if (!element) return;
    const listen = (event: Event): void => {
      const open = (event as ToggleEvent).newState === "open";
      if (open && opener.current) placePopover(element, opener.current.getBoundingClientRect());
      toggled(open);
    };
    element.addEventListener("toggle", listen);
    return () => element.removeEventListener("toggle", listen);
  }, [opener, popover]);

  return {
    toggle: () => {
      const element = popover.current;
      if (!element || !opener.current) return;
      if (element.matches(":popover-open")) element.hidePopover();
      else {
        element.showPopover();
        placePopover(element, opener.current.getBoundingClientRect());
      }
    },
    close: () => {
      if (popover.current?.matches(":popover-open")) popover.current.hidePopover();
    },
  };
}

/** Places what a popover holds by now; needed where its content comes only once it is open. */
export function placePopover(element: HTMLElement, at: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = element;
  const left = Math.max(EDGE, Math.min(at.left, innerWidth - width - EDGE));
  const below = at.bottom + GAP;
  const top = below + height + EDGE <= innerHeight ? below : Math.max(EDGE, at.top - GAP - height);
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}
