import { useEffect, useRef, useState } from 'react';

const longest = 8;

/** Digits typed anywhere gather into a timecode; Enter goes there, Escape forgets it (and leaves when there is none). */
export function useTypedTimecode(actions: { onEnter(digits: string): void; onEscape(): void }): string {
  const [digits, setDigits] = useState('');
  const latest = useRef({ digits, actions });
  useEffect(() => {
    latest.current = { digits, actions };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open],[role=menu]')) return;
      if (event.target instanceof HTMLElement && event.target.closest('input,textarea,select')) return;
      const { digits: typed, actions: act } = latest.current;
      const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
      if (digit && !event.shiftKey) setDigits((typed + digit).slice(-longest));
      else if (event.key === 'Enter' && typed !== '') {
        event.preventDefault();
        act.onEnter(typed);
        setDigits('');
      } else if (event.key === 'Backspace' && typed !== '') setDigits(typed.slice(0, -1));
      else if (event.key === 'Escape' && !document.fullscreenElement) {
        if (typed === '') act.onEscape();
        setDigits('');
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return digits;
}
