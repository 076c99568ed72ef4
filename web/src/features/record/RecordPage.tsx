import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay, useMyWorkspace } from '@/api/requests/may';
import { NotForYou } from '@/components/NotForYou';
import { workspaceSecurityEventsQuery } from './api/list-workspace-security-events';
import { SecurityRecord } from '@/components/SecurityRecord';

/** Who signed in, changed a key or was refused in this workspace. */
export default function RecordPage() {
  const { t } = useTranslation();
  const may = useMay();
  const workspace = useMyWorkspace();
  return (
    <>
      <h1>{t('record.title')}</h1>
      <p className="soft">{t('record.text')}</p>
      {workspace && (may.administer ? <Record workspaceId={workspace.id} /> : <NotForYou />)}
    </>
  );
}

function Record({ workspaceId }: { workspaceId: string }) {
  return (
    <section className="panel">
      <SecurityRecord record={useInfiniteQuery(workspaceSecurityEventsQuery(workspaceId))} named />
    </section>
  );
}
