/** What is cached of one's own sign-ins. */
export const securityKeys = {
  totp: ['security', 'totp'] as const,
  passkeys: ['security', 'passkeys'] as const,
  sessions: ['security', 'sessions'] as const,
  events: ['security', 'events'] as const,
};
