import { create } from 'zustand';
import type { Shot } from '@/api/types';

/** The card whose menu is open. One menu serves all cards: one in each would be most of what a card costs. */
export const useCardMenu = create<{ shot: Shot | null; button: HTMLElement | null }>(() => ({ shot: null, button: null }));

export const openCardMenu = (shot: Shot, button: HTMLElement): void => useCardMenu.setState({ shot, button });

/** Keeps the button, for the focus goes back to it. */
export const closeCardMenu = (): void => useCardMenu.setState({ shot: null });
