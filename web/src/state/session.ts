const key = 'director.signedIn';

/**
 * Whether somebody signed in from this browser and has not signed out. A hint only: the server decides. It spares a fresh
 * visitor the request that could do nothing but be refused.
 */
export const mayBeSignedIn = (): boolean => localStorage.getItem(key) !== null;

export const noteSignedIn = (): void => localStorage.setItem(key, '1');

export const noteSignedOut = (): void => localStorage.removeItem(key);
