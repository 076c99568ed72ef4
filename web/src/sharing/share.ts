import type { ShareLink } from '@/api/types';

/** Something that a link can show, as the dialog offers it. */
export interface ShareChoice {
  key: string;
  text: string;
  /** What the link is called unless somebody says otherwise: guests read it. */
  name: string;
  /** A film, a scene or a shot; else the takes below. */
  targetId?: string;
  takeIds?: string[];
}

export type LinkState = 'open' | 'expired' | 'revoked';

export function linkState(link: ShareLink, now = new Date()): LinkState {
  if (link.revokedAt !== null) return 'revoked';
  return link.expiresAt !== null && new Date(link.expiresAt) <= now ? 'expired' : 'open';
}

/** What the form asks for; the same for a new link and for one that is changed. */
export interface LinkDraft {
  name: string;
  /** What guests have to say. Empty: nothing, or what was said before. */
  passphrase: string;
  /** The last day as YYYY-MM-DD, where the reader of the page is; empty: no end. */
  lastDay: string;
  comment: boolean;
  circle: boolean;
  select: boolean;
  watermark: boolean;
}

export const newDraft = (name: string): LinkDraft => ({
  name,
  passphrase: '',
  lastDay: '',
  comment: true,
  circle: false,
  select: false,
  watermark: false,
});

export const draftOf = (link: ShareLink): LinkDraft => ({
  name: link.name,
  passphrase: '',
  lastDay: link.expiresAt === null ? '' : dayOf(new Date(link.expiresAt)),
  comment: link.allow.comment ?? false,
  circle: link.allow.circle ?? false,
  select: link.allow.select ?? false,
  watermark: link.watermark,
});

/** The day of a moment as a date field has it: local, not UTC. */
export function dayOf(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The moment at which a day is over; null for no day. */
export function endOfDay(day: string): string | null {
  if (day === '') return null;
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, date, 23, 59, 59).toISOString();
}
