import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Rate } from '@/film/rate';
import { Player } from './player';

export function usePlayer(frames: number, rate: Rate): Player {
  const [player] = useState(() => new Player(frames, rate));
  useEffect(() => player.resize(frames, rate), [player, frames, rate]);
  return player;
}

export const useFrame = (player: Player): number => useSyncExternalStore(player.subscribe, player.currentFrame);

export const useSpeed = (player: Player): number => useSyncExternalStore(player.subscribe, player.currentSpeed);

export const useLooping = (player: Player): boolean => useSyncExternalStore(player.subscribe, player.isLooping);
