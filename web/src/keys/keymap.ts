import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { actionName, keyActions, type Scope } from './actions';
import type { Combo } from './combo';

interface Keymap {
  enabled: boolean;
  /** Only what somebody changed: action name → presses. */
  overrides: Record<string, Combo[]>;
  setEnabled(enabled: boolean): void;
  remap(name: string, combos: Combo[] | null): void;
}

export const useKeymap = create<Keymap>()(
  persist(
    (set) => ({
      enabled: true,
      overrides: {},
      setEnabled: (enabled) => set({ enabled }),
      remap: (name, combos) =>
        set(({ overrides }) => {
          const rest = Object.fromEntries(Object.entries(overrides).filter(([key]) => key !== name));
          return { overrides: combos === null ? rest : { ...rest, [name]: combos } };
        }),
    }),
    { name: 'director.keys' },
  ),
);

export function combosFor(name: string, overrides: Record<string, Combo[]>): readonly Combo[] {
  return overrides[name] ?? keyActions.find((entry) => actionName(entry) === name)?.combos ?? [];
}

/** Two actions that can be active together may not share a press. */
export function conflictOf(name: string, combo: Combo, overrides: Record<string, Combo[]>): string | null {
  const scope = name.split('.')[0] as Scope;
  const meets = (other: Scope) => other === scope || other === 'everywhere' || scope === 'everywhere';
  const clash = keyActions.find((entry) => {
    const other = actionName(entry);
    return other !== name && meets(entry.scope) && combosFor(other, overrides).includes(combo);
  });
  return clash ? actionName(clash) : null;
}

/**
 * Finds the action a press means. `pending` is the first half of a two-press combo ("G" of "G B").
 * Later scopes win over earlier ones.
 */
export function resolvePress(
  combo: Combo,
  pending: Combo | null,
  scopes: readonly Scope[],
  overrides: Record<string, Combo[]>,
): { action: string } | { pending: Combo } | null {
  const active = scopes.toReversed().flatMap((scope) => keyActions.filter((entry) => entry.scope === scope).map(actionName));
  const find = (press: Combo) => active.find((name) => combosFor(name, overrides).includes(press));
  if (pending !== null) {
    const name = find(`${pending} ${combo}`);
    if (name) return { action: name };
  }
  const direct = find(combo);
  if (direct) return { action: direct };
  const starts = active.some((name) => combosFor(name, overrides).some((press) => press.startsWith(`${combo} `)));
  return starts ? { pending: combo } : null;
}
