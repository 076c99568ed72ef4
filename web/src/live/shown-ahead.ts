/**
 * The key of changes that the page shows before the server has answered. While one is on its way, what others change is
 * not read: the answer could be older than what is shown, and things would jump there and back.
 */
export const shownAhead = ['shownAhead'] as const;
