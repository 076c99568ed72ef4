/**
 * The path that the app lies below, as the server wrote it into the page: empty at the top of the host, else such as
 * `/director`. Everything that is asked of the server begins with it.
 */
export const base = (document.querySelector<HTMLMetaElement>('meta[name="director-base"]')?.content ?? '').replace(/\/+$/, '');
