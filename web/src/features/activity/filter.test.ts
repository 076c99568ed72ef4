import { describe, expect, it } from 'vitest';
import { dayBegins, dayIsOver, isFiltered, kindGroups, readFilter } from './filter';

const read = (text: string) => readFilter(new URLSearchParams(text));

describe('the filter of the record', () => {
  it('is what the address says', () =>
    expect(read('who=0198a0c2-0000-7000-8000-000000000001&what=notes&from=2026-02-01&to=2026-02-28')).toEqual({
      who: '0198a0c2-0000-7000-8000-000000000001',
      what: 'notes',
      from: '2026-02-01',
      to: '2026-02-28',
    }));
  it('leaves out what cannot be read', () =>
    expect(isFiltered(read('who=me&what=toString&from=yesterday&to=2026-99-99'))).toBe(false));
  it('ends when the last day is over', () =>
    expect(new Date(dayIsOver('2026-02-28')).getTime() - new Date(dayBegins('2026-02-28')).getTime()).toBe(86_400_000));
  it('asks for no more kinds than the server takes', () =>
    expect(Math.max(...Object.values(kindGroups).map((kinds) => kinds.length))).toBeLessThanOrEqual(50));
});
