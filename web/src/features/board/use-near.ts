import { startTransition, useEffect, useState, type RefObject } from 'react';
import { useDrag } from './drag';

/** How far outside the view things are kept: what one turn of the wheel or one press of Page Down brings in. */
const margin = '900px 0px';

/** Whether a part of the board is in the view or near it. What is drawn ahead of the view may wait for the scrolling itself. */
export function useNear(element: RefObject<HTMLElement | null>, initially: boolean): boolean {
  const [near, setNear] = useState(initially);
  // While something is carried nothing goes: the card under the hand has to stay, wherever the board is scrolled to.
  const carrying = useDrag((state) => state.carried !== null);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const inside = entries.at(-1)!.isIntersecting;
        if (inside || (!carrying && !watched.contains(document.activeElement))) startTransition(() => setNear(inside));
      },
      // The board scrolls, not the page: margins count from the root alone.
      { root: watched.closest('.board'), rootMargin: margin },
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, carrying]);
  return near;
}
