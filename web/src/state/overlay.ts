import { create } from 'zustand';

export type Overlay = 'palette' | 'help' | 'workspace';

export const useOverlay = create<{ open: Overlay | null }>(() => ({ open: null }));

export const openOverlay = (open: Overlay): void => useOverlay.setState({ open });
export const closeOverlay = (): void => useOverlay.setState({ open: null });
