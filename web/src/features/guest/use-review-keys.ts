import { useEffect, useRef } from 'react';

export type ReviewKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'c' | 's' | 'n' | ' ';

/** The few keys of a review. They are not remapped: a guest has no settings. Nothing acts while somebody types or a clip has the focus. */
export function useReviewKeys(handlers: Partial<Record<ReviewKey, () => void>>): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
      if (event.target instanceof HTMLElement && event.target.closest('input,textarea,select,video,[contenteditable]')) return;
      if (event.key === ' ' && event.target instanceof HTMLElement && event.target.closest('button,a')) return;
      // The letter by its place on the keyboard, so that it works in a Russian layout too.
      const key = /^Key([CSN])$/.exec(event.code)?.[1]?.toLowerCase() ?? event.key;
      const handler = latest.current[key as ReviewKey];
      if (!handler) return;
      event.preventDefault();
      handler();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
