import type { Combo } from './combo';

/** Where an action works. A screen activates its own scope on top of the one that is everywhere. */
export type Scope = 'everywhere' | 'board' | 'shot' | 'player';

export interface KeyAction {
  id: string;
  scope: Scope;
  /** Default presses; a space between two means one after the other ("G B"). */
  combos: readonly Combo[];
}

const action = (scope: Scope, id: string, ...combos: Combo[]): KeyAction => ({ id, scope, combos });

/** Every key the app listens to, in the order the help shows them. Labels are the texts under `keys.<id>`. */
export const keyActions = [
  action('everywhere', 'palette', 'Ctrl+K'),
  action('everywhere', 'help', '?'),
  action('everywhere', 'undo', 'Ctrl+Z'),
  action('everywhere', 'goBoard', 'G B'),
  action('everywhere', 'goScript', 'G S'),
  action('everywhere', 'goScreening', 'G P'),
  action('everywhere', 'goQueue', 'G Q'),
  action('everywhere', 'goActivity', 'G A'),
  action('board', 'filter', '/'),
  action('board', 'nextUnpicked', 'N'),
  action('board', 'addShot', 'A'),
  action('board', 'mark', 'X'),
  action('board', 'moveTo', 'M'),
  action('board', 'moveBack', 'Alt+ArrowLeft'),
  action('board', 'moveOn', 'Alt+ArrowRight'),
  action('board', 'generateMarked', 'Ctrl+Enter'),
  action('board', 'selectBest', 'S'),
  action('board', 'screenFrom', 'P'),
  action('shot', 'selectTake', 'S'),
  action('shot', 'circle', 'C'),
  action('shot', 'reject', 'Backspace'),
  action('shot', 'nextUnpicked', 'N'),
  action('shot', 'previousShot', '['),
  action('shot', 'nextShot', ']'),
  action('shot', 'compareMode', 'W'),
  action('shot', 'flip', '`'),
  action('shot', 'useAll', 'U'),
  action('shot', 'remix', 'R'),
  action('shot', 'generate', 'Ctrl+Enter'),
  action('shot', 'note', 'Enter'),
  action('player', 'play', 'Space', 'K'),
  action('player', 'shuttleBack', 'J'),
  action('player', 'shuttleOn', 'L'),
  action('player', 'frameBack', 'ArrowLeft'),
  action('player', 'frameOn', 'ArrowRight'),
  action('player', 'secondBack', 'Shift+ArrowLeft'),
  action('player', 'secondOn', 'Shift+ArrowRight'),
  action('player', 'shotBack', 'ArrowUp'),
  action('player', 'shotOn', 'ArrowDown'),
  action('player', 'takeBack', 'Shift+ArrowUp'),
  action('player', 'takeOn', 'Shift+ArrowDown'),
  action('player', 'selectTake', 'S'),
  action('player', 'fullScreen', 'F'),
] as const satisfies readonly KeyAction[];

export const actionName = (entry: KeyAction): string => `${entry.scope}.${entry.id}`;
