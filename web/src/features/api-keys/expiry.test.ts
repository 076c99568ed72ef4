import { describe, expect, it } from 'vitest';
import { expiryAfter } from './expiry';

describe('the end of a key', () => {
  const now = new Date('2026-02-27T10:00:00Z');
  it('is so many days of 24 hours from now', () => expect(expiryAfter('7', now)).toBe('2026-03-06T10:00:00.000Z'));
  it('may be left open', () => expect(expiryAfter('', now)).toBeNull());
});
