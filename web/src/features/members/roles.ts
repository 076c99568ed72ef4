/** Every role, from the one that may most to the one that may least. */
export const roles = ['owner', 'producer', 'director', 'artist', 'reviewer', 'viewer'] as const;

/** What one may make others: only an owner makes owners. */
export const rolesToGive = (own: boolean) => roles.filter((role) => own || role !== 'owner');
