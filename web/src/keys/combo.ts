/** A key press written down: modifiers in a fixed order, then the key by its place on the board ("Ctrl+Shift+K", "[", "Space"). */
export type Combo = string;

export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const places: Record<string, string> = {
  BracketLeft: '[',
  BracketRight: ']',
  Backquote: '`',
  Comma: ',',
  Period: '.',
  Minus: '-',
  Equal: '=',
  Space: 'Space',
};

const isLatin = (key: string) => key.length > 1 || key.charCodeAt(0) < 128;

/**
 * Letters and digits go by their place, so that S selects under a Russian layout too (where the key says "ы").
 * "/" and "?" go by what they print, because their place differs from board to board.
 */
export function comboOf(press: KeyPress): Combo | null {
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'].includes(press.key)) return null;
  const modifiers = [press.ctrlKey || press.metaKey ? 'Ctrl' : null, press.altKey ? 'Alt' : null];
  if (press.key === '?' || (!isLatin(press.key) && press.code === 'Slash' && press.shiftKey)) return '?';
  if (press.key === '/' || (!isLatin(press.key) && press.code === 'Slash')) return [...modifiers, '/'].filter(Boolean).join('+');
  const key = placeOf(press);
  return [...modifiers, press.shiftKey ? 'Shift' : null, key].filter(Boolean).join('+');
}

function placeOf(press: KeyPress): string {
  const letter = /^Key([A-Z])$/.exec(press.code);
  if (letter) return letter[1]!;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(press.code);
  if (digit) return digit[1]!;
  return places[press.code] ?? (press.key.length === 1 ? press.key.toUpperCase() : press.key);
}

const arrows: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Backspace: '⌫',
  Escape: 'Esc',
};

/** The parts of a combo as keycaps. */
export const keycaps = (combo: Combo): string[] => combo.split(/[+ ](?=.)/).map((part) => arrows[part] ?? part);
