import { base } from '@/lib/base';
import { chooseWorkspace } from './workspace';

/** Works in another workspace from here on. The page begins afresh: nothing that was read of the one before may stay on it. */
export function enterWorkspace(id: string): void {
  chooseWorkspace(id);
  window.location.assign(`${base}/`);
}
