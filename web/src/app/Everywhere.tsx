import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { asProblem } from '@/api/problem';
import { useKeys } from '@/keys/use-keys';
import { useLive } from '@/live/use-live';
import { closeOverlay, openOverlay, useOverlay } from '@/state/overlay';
import { say, undoStep } from '@/state/undo';

const Palette = lazy(() => import('./palette/Palette'));
const NewWorkspaceDialog = lazy(() => import('@/features/workspace/NewWorkspaceDialog'));
const KeyHelp = lazy(() => import('./KeyHelp'));

/** What works on every screen: the live events, the palette, the key help, undo and the "go to" keys. */
export function Everywhere({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { film } = useParams();
  const overlay = useOverlay((state) => state.open);
  useLive();
  const go = (path: string) => () => {
    if (!film) return false;
    void navigate(`/f/${film}${path}`);
  };
  useKeys('everywhere', {
    palette: () => openOverlay('palette'),
    help: () => openOverlay('help'),
    undo: () =>
      void undoStep()
        .then((undone) => !undone && say(t('common.nothingToUndo')))
        .catch((error: unknown) => say(asProblem(error).message, 'bad')),
    goBoard: go(''),
    goScript: go('/script'),
    goScreening: go('/screening'),
    goQueue: go('/queue'),
    goActivity: go('/activity'),
  });
  return (
    <>
      {children}
      <Suspense>
        {overlay === 'palette' && <Palette onClose={closeOverlay} />}
        {overlay === 'workspace' && <NewWorkspaceDialog onClose={closeOverlay} />}
        {overlay === 'help' && <KeyHelp onClose={closeOverlay} />}
      </Suspense>
    </>
  );
}
