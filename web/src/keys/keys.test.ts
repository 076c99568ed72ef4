import { describe, expect, it } from 'vitest';
import { comboOf, keycaps, type KeyPress } from './combo';
import { conflictOf, resolvePress } from './keymap';

const press = (over: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...over,
});

describe('a key press', () => {
  it('is the same key under a Russian layout', () => {
    expect(comboOf(press({ key: 'ы', code: 'KeyS' }))).toBe('S');
    expect(comboOf(press({ key: 'х', code: 'BracketLeft' }))).toBe('[');
  });
  it('tells "/" and "?" by what they print', () => {
    expect(comboOf(press({ key: '?', code: 'Slash', shiftKey: true }))).toBe('?');
    expect(comboOf(press({ key: '?', code: 'Digit7', shiftKey: true }))).toBe('?');
    expect(comboOf(press({ key: '/', code: 'Slash' }))).toBe('/');
  });
  it('names modifiers in one order, and Command as Ctrl', () => {
    expect(comboOf(press({ key: 'k', code: 'KeyK', metaKey: true }))).toBe('Ctrl+K');
    expect(comboOf(press({ key: 'ArrowUp', code: 'ArrowUp', shiftKey: true, altKey: true }))).toBe('Alt+Shift+ArrowUp');
  });
  it('is nothing while only a modifier is down', () =>
    expect(comboOf(press({ key: 'Shift', code: 'ShiftLeft', shiftKey: true }))).toBeNull());
  it('is drawn as keycaps', () => expect(keycaps('Alt+ArrowLeft')).toEqual(['Alt', '←']));
});

describe('the key map', () => {
  const scopes = ['everywhere', 'player', 'shot'] as const;
  it('gives a key to the innermost scope', () => {
    expect(resolvePress('S', null, scopes, {})).toEqual({ action: 'shot.selectTake' });
    expect(resolvePress('S', null, ['everywhere', 'player'], {})).toEqual({ action: 'player.selectTake' });
  });
  it('waits for the second press of a pair', () => {
    expect(resolvePress('G', null, scopes, {})).toEqual({ pending: 'G' });
    expect(resolvePress('B', 'G', scopes, {})).toEqual({ action: 'everywhere.goBoard' });
  });
  it('takes a second press that completes nothing by itself', () =>
    expect(resolvePress('C', 'G', scopes, {})).toEqual({ action: 'shot.circle' }));
  it('follows a change of keys', () => {
    const overrides = { 'shot.circle': ['O'] };
    expect(resolvePress('O', null, scopes, overrides)).toEqual({ action: 'shot.circle' });
    expect(resolvePress('C', null, scopes, overrides)).toBeNull();
  });
  it('knows which keys are taken where they would meet', () => {
    expect(conflictOf('shot.circle', 'U', {})).toBe('shot.useAll');
    expect(conflictOf('board.mark', 'U', {})).toBeNull();
    expect(conflictOf('shot.circle', 'Ctrl+K', {})).toBe('everywhere.palette');
  });
});
