/** Where to after signing in: the page that was asked for, or the films. Only a path of our own may be gone to: "//elsewhere" would leave the site. */
export function pageAfterLogin(state: unknown): string {
  const from = (state as { from?: unknown } | null)?.from;
  return typeof from === 'string' && /^\/(?![/\\])/.test(from) ? from : '/';
}
