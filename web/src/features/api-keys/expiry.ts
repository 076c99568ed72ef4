const dayMs = 24 * 60 * 60 * 1000;

/** The moment so many days from now, as the API takes it; null for no days: then it does not run out. */
export const expiryAfter = (days: string, now: Date): string | null =>
  days === '' ? null : new Date(now.getTime() + Number(days) * dayMs).toISOString();
