import { useTranslation } from 'react-i18next';
import type { Workspace } from '@/api/generated/director';
import { Panel } from '@/components/Panel';
import { formatBytes } from '@/lib/bytes';

/** What it takes up, against its limit where it has one. */
export function Usage({ workspace }: { workspace: Workspace }) {
  const { t, i18n } = useTranslation();
  const { usage, settings } = workspace;
  const quota = settings.storageQuotaBytes;
  const used = formatBytes(usage.storageBytes, i18n.language);
  return (
    <Panel title={t('workspace.usage')}>
      <dl className="facts">
        <dt>{t('workspace.storage')}</dt>
        <dd>
          {quota === null ? used : t('film.ofBudget', { spent: used, budget: formatBytes(quota, i18n.language) })}
          {quota !== null && quota > 0 && (
            <div className="bar quiet" aria-hidden>
              <i style={{ width: `${Math.min(100, (usage.storageBytes / quota) * 100)}%` }} />
            </div>
          )}
        </dd>
        <dt>{t('members.title')}</dt>
        <dd>{usage.members}</dd>
        <dt>{t('nav.films')}</dt>
        <dd>{usage.films}</dd>
      </dl>
    </Panel>
  );
}
