import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { Player } from './player';

const settleMs = 400;

/**
 * Keeps the frame on which a player stands in the address, counted from 0, so that what is on the screen can be sent to
 * somebody; a playing one writes nothing. The frame that the address came with is shown first.
 */
export function useFrameInAddress(player: Player, name: string): void {
  const [search, setSearch] = useSearchParams();
  const begun = useRef(false);
  const latest = useRef({ search, setSearch });
  useEffect(() => {
    latest.current = { search, setSearch };
  });
  useEffect(() => {
    const wanted = Number(latest.current.search.get(name) ?? NaN);
    if (!begun.current && Number.isInteger(wanted)) player.seek(wanted);
    begun.current = true;
    let timer = 0;
    const write = () => {
      // Read where it stands: what was rendered last may be a step behind, and would undo what was just put there.
      const now = new URLSearchParams(window.location.search);
      const frame = String(player.currentFrame());
      if (player.currentSpeed() !== 0 || (now.get(name) ?? '0') === frame) return;
      if (frame === '0') now.delete(name);
      else now.set(name, frame);
      latest.current.setSearch(now, { replace: true });
    };
    const leave = player.subscribe(() => {
      window.clearTimeout(timer);
      if (player.currentSpeed() === 0) timer = window.setTimeout(write, settleMs);
    });
    return () => {
      window.clearTimeout(timer);
      leave();
    };
  }, [player, name]);
}
