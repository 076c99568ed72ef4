import { base } from '@/lib/base';

const name = 'director.workspace';

/**
 * The workspace this browser works in, for people who have several. It is a cookie because pictures, downloads and the
 * stream of events cannot carry a header; the server takes it as a wish only and checks the membership itself.
 */
export function chooseWorkspace(id: string): void {
  const secure = window.location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${name}=${encodeURIComponent(id)}; path=${base || '/'}; max-age=31536000; samesite=lax${secure}`;
  localStorage.setItem(name, id);
}

/** Another tab chose another workspace: what stands here belongs to the one before. */
export function followWorkspace(reload: () => void): void {
  window.addEventListener('storage', (event) => {
    if (event.key === name && event.newValue !== null && event.newValue !== event.oldValue) reload();
  });
}
