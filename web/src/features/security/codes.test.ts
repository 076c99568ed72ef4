import { describe, expect, it } from 'vitest';
import { inFours, recoveryFile } from './codes';

describe('a secret', () => {
  it('is read off in fours', () => expect(inFours('ABCDEFGHIJ')).toBe('ABCD EFGH IJ'));
  it('may be missing', () => expect(inFours('')).toBe(''));
});

it('The file of recovery codes has each on a line of its own', () =>
  expect(recoveryFile('Director', ['aa', 'bb'])).toBe('Director\n\naa\nbb\n'));
