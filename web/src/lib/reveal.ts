/** Brings an item of a strip into view by moving the strip alone: the page, and what is being looked at on it, stays where it is. */
export function revealInStrip(item: Element | null | undefined, strip = item?.parentElement): void {
  if (!item || !strip) return;
  const outer = strip.getBoundingClientRect();
  const inner = item.getBoundingClientRect();
  if (inner.left < outer.left) strip.scrollLeft -= outer.left - inner.left;
  else if (inner.right > outer.right) strip.scrollLeft += inner.right - outer.right;
}
