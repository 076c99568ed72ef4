import { useEffect, useState } from 'react';

/** One picture's time while the key is held: two of them are 0.8 s, a long way below three flashes a second (WCAG 2.3.1). */
const turnMs = 400;

/** Held, a key shows the other picture, and then each in turn; let go, the first is back. Who asked for less motion gets one turn. */
export function useFlicker(enabled: boolean) {
  const [held, setHeld] = useState(false);
  const [turned, setTurned] = useState(false);
  useEffect(() => {
    if (!enabled || !held) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const timer = still ? 0 : window.setInterval(() => setTurned((now) => !now), turnMs);
    const release = () => {
      setHeld(false);
      setTurned(false);
    };
    const up = (event: KeyboardEvent) => event.key !== 'Shift' && release();
    document.addEventListener('keyup', up);
    window.addEventListener('blur', release);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('keyup', up);
      window.removeEventListener('blur', release);
    };
  }, [enabled, held]);
  return { flipped: enabled && held && !turned, hold: () => setHeld(true) };
}
