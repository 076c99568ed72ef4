import { describe, expect, it } from 'vitest';
import { formatBytes } from './bytes';

describe('a size', () => {
  it('is said in the unit that suits it', () => {
    expect(formatBytes(0, 'en')).toBe('0 byte');
    expect(formatBytes(1_400_000, 'en')).toBe('1.4 MB');
    expect(formatBytes(2_000_000_000_000_000, 'en')).toBe('2,000 TB');
  });
  it('is said in the language of the page', () => expect(formatBytes(1_500_000_000, 'ru')).toBe('1,5 ГБ'));
});
