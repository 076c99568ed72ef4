import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface Sound {
  /** 0 to 1. */
  volume: number;
  muted: boolean;
  setVolume(volume: number): void;
  toggle(): void;
}

/** How loud everything plays on this device. */
export const useSound = create<Sound>()(
  persist(
    (set) => ({
      volume: 1,
      muted: false,
      setVolume: (volume) => set({ volume: Math.max(0, Math.min(1, volume)), muted: volume === 0 }),
      toggle: () => set(({ muted, volume }) => ({ muted: !muted, volume: muted && volume === 0 ? 1 : volume })),
    }),
    { name: 'director.sound' },
  ),
);
