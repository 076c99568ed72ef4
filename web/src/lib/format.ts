import type { Money } from '@/api/types';

/** Money as the amount came, rounded for reading only; cents below a cent are shown, or 100 × $0.003 looks free. */
export function formatMoney(money: Money, language: string): string {
  const small = money.amount !== 0 && Math.abs(money.amount) < 0.01;
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
    maximumFractionDigits: small ? 4 : 2,
  }).format(money.amount);
}

export const isFree = (money: Money | null | undefined): boolean => !money || money.amount === 0;

export function formatClock(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(iso));
}

/** The time today, the day and time before that. */
export function formatWhen(iso: string, language: string, now = new Date()): string {
  const at = new Date(iso);
  if (at.toDateString() === now.toDateString()) return formatClock(iso, language);
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** First letters of the first two words, in any script. */
export function initials(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0]!.toLocaleUpperCase())
    .join('');
}
