import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { systemQuery } from '@/api/requests/get-system';
import type { Feature } from '@/api/types';
import { Refusal } from '@/components/Refusal';
import { Waiting } from '@/components/Waiting';

/** What this server can do, and which variable would unlock the rest. */
export default function ProvidersPage() {
  const { t } = useTranslation();
  const system = useQuery(systemQuery());
  if (system.error) return <Refusal error={system.error} onRetry={() => void system.refetch()} />;
  if (!system.data) return <Waiting />;
  return (
    <>
      <div className="page-head">
        <h1>{t('settings.providers')}</h1>
        <span className="small faint">{t('settings.version', { version: system.data.version })}</span>
      </div>
      <Group title={t('settings.generation')} entries={system.data.providers} />
      {system.data.features.length > 0 && <Group title={t('settings.features')} entries={system.data.features} />}
    </>
  );
}

function Group({ title, entries }: { title: string; entries: readonly Feature[] }) {
  return (
    <section>
      <h2 className="settings-heading">{title}</h2>
      <ul className="provider-list">
        {entries.map((entry) => (
          <Provider key={entry.name} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

/** "OpenAI images" → "openai": the first word names the provider in the texts. */
const slugOf = (entry: Feature) => entry.name.toLowerCase().split(' ')[0];

function Provider({ entry }: { entry: Feature }) {
  const { t } = useTranslation();
  const Icon = entry.status === 'available' ? CircleCheck : entry.status === 'degraded' ? TriangleAlert : CircleDashed;
  return (
    <li>
      <Icon size={18} aria-hidden className={`provider-${entry.status}`} />
      <div className="grow">
        <h3>{entry.name}</h3>
        <p className="small faint">{t(`settings.unlocks.${slugOf(entry)}`, { defaultValue: entry.reason ?? '' })}</p>
        {entry.status === 'degraded' && entry.reason && <p className="small soft">{entry.reason}</p>}
      </div>
      <span className="small soft">
        {t(`settings.states.${entry.status}`)}
        {entry.status === 'notConfigured' && entry.variable && (
          <>
            {' '}
            <code>{entry.variable}</code>
          </>
        )}
      </span>
    </li>
  );
}
