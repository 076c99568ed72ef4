import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '@/api/generated/director';
import { keys } from '@/api/query-keys';
import { Button } from '@/components/Button';
import { UserMenu } from '@/components/UserMenu';
import { Waiting } from '@/components/Waiting';
import NewWorkspaceDialog from '@/features/workspace/NewWorkspaceDialog';
import { closeOverlay, openOverlay, useOverlay } from '@/state/overlay';
import { chooseWorkspace } from '@/state/workspace';

/** Somebody who has several workspaces and chose none gets the first by name; who has none is told what to do. */
export function WorkspaceChoice({ me }: { me: Me }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const making = useOverlay((state) => state.open === 'workspace');
  const first = me.workspaces[0]?.id;
  useEffect(() => {
    if (!first) return;
    chooseWorkspace(first);
    void cache.invalidateQueries({ queryKey: keys.me });
  }, [cache, first]);
  if (first) return <Waiting />;
  return (
    <main className="blank">
      <h1>{t('people.noWorkspaceTitle')}</h1>
      <p>{t('people.noWorkspaceText')}</p>
      <div className="row">
        <Button look="accent" onClick={() => openOverlay('workspace')}>
          {t('workspace.new')}
        </Button>
        <UserMenu />
      </div>
      {making && <NewWorkspaceDialog onClose={closeOverlay} />}
    </main>
  );
}
