import { lazy, Suspense } from 'react';
import type { ShareChoice } from './share';

const ShareDialog = lazy(() => import('./ShareDialog'));

interface Props {
  filmId: string;
  choices: readonly ShareChoice[];
  /** The key of what shall be shared; null while the dialog is closed. */
  open: string | null;
  onClose(): void;
}

/** The share dialog, fetched when it is first opened. */
export function SharePanel({ filmId, choices, open, onClose }: Props) {
  if (open === null) return null;
  return (
    <Suspense>
      <ShareDialog filmId={filmId} choices={choices} initial={open} onClose={onClose} />
    </Suspense>
  );
}
