import type { Rate } from '@/film/rate';
import { nominalFps } from '@/film/rate';
import { useKeys, type KeyHandlers } from '@/keys/use-keys';
import type { Player } from './player';
import { useSound } from './sound';

/** The keys of every player; `more` adds what a screen has beside them. */
export function usePlayerKeys(player: Player, rate: Rate, more: KeyHandlers): void {
  useKeys('player', {
    play: () => player.toggle(),
    shuttleBack: () => player.shuttle(-1),
    shuttleOn: () => player.shuttle(1),
    frameBack: () => player.step(-1),
    frameOn: () => player.step(1),
    secondBack: () => player.step(-nominalFps(rate)),
    secondOn: () => player.step(nominalFps(rate)),
    markIn: () => player.mark('in'),
    markOut: () => player.mark('out'),
    sound: () => useSound.getState().toggle(),
    ...more,
  });
}
