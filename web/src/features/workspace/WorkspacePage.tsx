import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay, useMyWorkspace } from '@/api/requests/may';
import { Refusal } from '@/components/Refusal';
import { Waiting } from '@/components/Waiting';
import { workspaceQuery } from './api/get-workspace';
import { Ownership } from './Ownership';
import { Usage } from './Usage';
import { WorkspaceSettings } from './WorkspaceSettings';

export default function WorkspacePage() {
  const id = useMyWorkspace()?.id;
  return id ? <Page id={id} /> : <Waiting />;
}

function Page({ id }: { id: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const workspace = useQuery(workspaceQuery(id));
  if (workspace.error && !workspace.data) return <Refusal error={workspace.error} onRetry={() => void workspace.refetch()} />;
  if (!workspace.data) return <Waiting />;
  const { name, archivedAt, version } = workspace.data;
  return (
    <>
      <div className="page-head">
        <h1>{t('workspace.title')}</h1>
        <span className="soft cut">{name}</span>
        {archivedAt && <span className="chip">{t('workspace.archived')}</span>}
      </div>
      <WorkspaceSettings key={version} workspace={workspace.data} />
      <Usage workspace={workspace.data} />
      {may.own && <Ownership workspace={workspace.data} />}
    </>
  );
}
