import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiKey } from '@/api/generated/director';
import { useMay, useMyWorkspace } from '@/api/requests/may';
import { Button } from '@/components/Button';
import { Confirm } from '@/components/Confirm';
import { Refusal } from '@/components/Refusal';
import { Waiting } from '@/components/Waiting';
import { NotForYou } from '@/components/NotForYou';
import { formatWhen } from '@/lib/format';
import { apiKeysQuery } from './api/list-api-keys';
import { useRevokeApiKey } from './api/revoke-api-key';
import { NewApiKey } from './NewApiKey';

/** The ways in for programs. */
export default function ApiKeysPage() {
  const { t } = useTranslation();
  const may = useMay();
  const workspace = useMyWorkspace();
  const [making, setMaking] = useState(false);
  return (
    <>
      <div className="page-head">
        <h1 className="grow">{t('apiKeys.title')}</h1>
        {may.administer && <Button onClick={() => setMaking(true)}>{t('apiKeys.new')}</Button>}
      </div>
      <p className="soft">{t('apiKeys.text')}</p>
      {workspace && (may.administer ? <Keys workspaceId={workspace.id} /> : <NotForYou />)}
      {workspace && making && <NewApiKey workspaceId={workspace.id} onClose={() => setMaking(false)} />}
    </>
  );
}

function Keys({ workspaceId }: { workspaceId: string }) {
  const { t } = useTranslation();
  const apiKeys = useQuery(apiKeysQuery(workspaceId));
  const revoke = useRevokeApiKey(workspaceId);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  if (apiKeys.error && !apiKeys.data) return <Refusal error={apiKeys.error} onRetry={() => void apiKeys.refetch()} />;
  if (!apiKeys.data) return <Waiting />;
  if (apiKeys.data.length === 0) {
    return (
      <div className="blank">
        <h2>{t('apiKeys.emptyTitle')}</h2>
        <p>{t('apiKeys.emptyText')}</p>
      </div>
    );
  }
  return (
    <section className="panel">
      <ul className="people-list">
        {apiKeys.data.map((apiKey) => (
          <KeyRow key={apiKey.id} apiKey={apiKey} onRevoke={() => setRevoking(apiKey)} />
        ))}
      </ul>
      {revoking && (
        <Confirm
          title={t('apiKeys.revokeTitle', { name: revoking.name })}
          text={t('apiKeys.revokeText')}
          action={t('apiKeys.revoke')}
          busy={revoke.isPending}
          error={revoke.error}
          onConfirm={() => revoke.mutate(revoking.id, { onSuccess: () => setRevoking(null) })}
          onClose={() => {
            revoke.reset();
            setRevoking(null);
          }}
        />
      )}
    </section>
  );
}

function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke(): void }) {
  const { t, i18n } = useTranslation();
  const when = (iso: string) => formatWhen(iso, i18n.language);
  const expired = apiKey.expiresAt !== null && new Date(apiKey.expiresAt) <= new Date();
  return (
    <li>
      <KeyRound size={18} aria-hidden className="faint" />
      <div className="grow">
        <h3>
          {apiKey.name}
          {expired && <span className="chip">{t('people.expired')}</span>}
        </h3>
        <p className="small soft">{apiKey.scopes.map((scope) => t(`scopes.names.${scope}`)).join(', ')}</p>
        <p className="small faint">
          {[
            t('apiKeys.madeBy', { name: apiKey.createdByName, when: when(apiKey.createdAt) }),
            apiKey.lastUsedAt ? t('apiKeys.lastUsed', { when: when(apiKey.lastUsedAt) }) : t('apiKeys.neverUsed'),
            apiKey.expiresAt ? t('people.until', { when: when(apiKey.expiresAt) }) : t('people.noExpiry'),
          ].join(' · ')}
        </p>
      </div>
      <Button look="line" compact onClick={onRevoke}>
        {t('apiKeys.revoke')}
        <span className="visually-hidden"> {apiKey.name}</span>
      </Button>
    </li>
  );
}
