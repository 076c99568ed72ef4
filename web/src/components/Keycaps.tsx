import { combosFor, useKeymap } from '@/keys/keymap';
import { keycaps } from '@/keys/combo';

/** The keys of an action as they are mapped now; nothing when it has none. */
export function Keycaps({ action }: { action: string }) {
  const { overrides, enabled } = useKeymap();
  const combo = combosFor(action, overrides)[0];
  if (!combo || !enabled) return null;
  return (
    <span className="keycaps" aria-hidden>
      {keycaps(combo).map((cap, index) => (
        <kbd key={index}>{cap}</kbd>
      ))}
    </span>
  );
}
