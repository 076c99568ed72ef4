import { describe, expect, it } from 'vitest';
import type { Workspace } from '@/api/generated/director';
import { formOf, numberOf, patchOf } from './settings-patch';

const stored: Workspace = {
  id: 'w',
  slug: 'ferry',
  name: 'Ferry films',
  currency: 'USD',
  createdAt: '2026-01-01T00:00:00Z',
  archivedAt: null,
  version: 3,
  role: 'owner',
  permissions: ['look'],
  settings: {
    storageQuotaBytes: 2_500_000_000,
    monthlyBudget: null,
    shotCodeScheme: null,
    defaultFrameRate: '25',
    defaultAspectRatio: null,
  },
  usage: { storageBytes: 0, members: 1, films: 0 },
};
const form = formOf(stored);

describe('the settings of a workspace', () => {
  it('left as they are send nothing', () => expect(patchOf(stored, form)).toEqual({}));
  it('send only what was changed', () =>
    expect(patchOf(stored, { ...form, name: ' Ferries ', budget: '12,50' })).toEqual({
      name: 'Ferries',
      settings: { monthlyBudget: 12.5 },
    }));
  it('take a limit away when it is emptied', () =>
    expect(patchOf(stored, { ...form, quota: '', rate: '' })).toEqual({
      settings: { storageQuotaBytes: null, defaultFrameRate: null },
    }));
  it('count gigabytes as bytes', () =>
    expect(patchOf(stored, { ...form, quota: '0.5' })).toEqual({ settings: { storageQuotaBytes: 500_000_000 } }));
  it('tell no limit, a limit and no number apart', () => {
    expect(numberOf(' ')).toBeNull();
    expect(numberOf('1,5')).toBe(1.5);
    expect(numberOf('-1')).toBeNaN();
    expect(numberOf('many')).toBeNaN();
  });
});
