import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type Theme = 'system' | 'dark' | 'light';

interface Preferences {
  theme: Theme;
  setTheme(theme: Theme): void;
}

export const usePreferences = create<Preferences>()(
  persist((set) => ({ theme: 'dark', setTheme: (theme) => set({ theme }) }), { name: 'director.preferences' }),
);

const lightQuery = () => window.matchMedia('(prefers-color-scheme: light)');

export function applyTheme(theme: Theme): void {
  const resolved = theme === 'system' ? (lightQuery().matches ? 'light' : 'dark') : theme;
  document.documentElement.dataset.theme = resolved;
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', resolved === 'light' ? '#f1f1ef' : '#161616');
}

/** Follows the choice, and the system's while it is left to the system. */
export function followTheme(): void {
  applyTheme(usePreferences.getState().theme);
  usePreferences.subscribe(({ theme }) => applyTheme(theme));
  lightQuery().addEventListener('change', () => applyTheme(usePreferences.getState().theme));
}
