import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '@/api/generated/director';
import { Button } from '@/components/Button';
import { Confirm } from '@/components/Confirm';
import { Field } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { Panel } from '@/components/Panel';
import { base } from '@/lib/base';
import { useArchiveWorkspace } from './api/archive-workspace';
import { useDeleteWorkspace } from './api/delete-workspace';

/** What only owners do: take all of it home, put it aside, delete it. */
export function Ownership({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation();
  const archive = useArchiveWorkspace(workspace.id);
  const archived = workspace.archivedAt !== null;
  const [deleting, setDeleting] = useState(false);
  return (
    <>
      <Panel
        title={t('workspace.export')}
        text={t('workspace.exportText')}
        action={
          <a className="button" href={`${base}/api/workspaces/${workspace.id}/export`} download>
            <Download size={16} aria-hidden />
            {t('people.download')}
          </a>
        }
      />
      <Panel
        title={t(archived ? 'workspace.unarchive' : 'workspace.archive')}
        text={t(archived ? 'workspace.unarchiveText' : 'workspace.archiveText')}
        action={
          <Button disabled={archive.isPending} onClick={() => archive.mutate(!archived)}>
            {t(archived ? 'workspace.unarchive' : 'workspace.archive')}
          </Button>
        }
      >
        <Refusal error={archive.error} />
      </Panel>
      <Panel
        title={t('workspace.delete')}
        text={t('workspace.deleteText')}
        action={
          <Button className="bad" onClick={() => setDeleting(true)}>
            {t('workspace.delete')}
          </Button>
        }
      />
      {deleting && <DeleteWorkspace workspace={workspace} onClose={() => setDeleting(false)} />}
    </>
  );
}

/** Nothing brings it back: its slug is typed, so that it is this one and not another tab's. */
function DeleteWorkspace({ workspace, onClose }: { workspace: Workspace; onClose(): void }) {
  const { t } = useTranslation();
  const remove = useDeleteWorkspace(workspace.id);
  const [slug, setSlug] = useState('');
  return (
    <Confirm
      title={t('workspace.deleteTitle', { name: workspace.name })}
      text={t('workspace.deleteText')}
      action={t('workspace.delete')}
      busy={remove.isPending}
      ready={slug.trim() === workspace.slug}
      error={remove.error}
      onConfirm={() => remove.mutate(slug.trim(), { onSuccess: () => window.location.assign(`${base}/`) })}
      onClose={onClose}
    >
      <Field
        label={t('workspace.repeatSlug', { slug: workspace.slug })}
        autoFocus
        autoComplete="off"
        value={slug}
        onChange={(event) => setSlug(event.target.value)}
      />
    </Confirm>
  );
}
