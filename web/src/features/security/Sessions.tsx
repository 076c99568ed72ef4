import { useQuery } from '@tanstack/react-query';
import { MonitorSmartphone, Terminal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/generated/director';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { Panel } from '@/components/Panel';
import { formatWhen } from '@/lib/format';
import { sessionsQuery } from './api/list-sessions';
import { useRevokeOtherSessions } from './api/revoke-other-sessions';
import { useRevokeSession } from './api/revoke-session';
import { deviceOf } from '@/lib/device';

/** Where one is signed in; each but this one can be ended from here. */
export function Sessions() {
  const { t } = useTranslation();
  const sessions = useQuery(sessionsQuery());
  const revoke = useRevokeSession();
  const revokeOthers = useRevokeOtherSessions();
  const others = sessions.data?.some((session) => !session.current) ?? false;
  return (
    <Panel
      title={t('security.sessions')}
      text={t('security.sessionsText')}
      action={
        others && (
          <Button disabled={revokeOthers.isPending} onClick={() => revokeOthers.mutate()}>
            {t('security.revokeOthers')}
          </Button>
        )
      }
    >
      <Refusal error={sessions.error} onRetry={() => void sessions.refetch()} />
      <Refusal error={revoke.error ?? revokeOthers.error} />
      <ul className="people-list">
        {sessions.data?.map((session) => (
          <SessionRow key={session.id} session={session} busy={revoke.isPending} onRevoke={() => revoke.mutate(session.id)} />
        ))}
      </ul>
    </Panel>
  );
}

function SessionRow({ session, busy, onRevoke }: { session: Session; busy: boolean; onRevoke(): void }) {
  const { t, i18n } = useTranslation();
  const device = deviceOf(session.userAgent) ?? t('security.unknownDevice');
  const Icon = session.kind === 'cookie' ? MonitorSmartphone : Terminal;
  return (
    <li>
      <Icon size={18} aria-hidden className="faint" />
      <div className="grow">
        <h3>
          <span title={session.userAgent ?? undefined}>{device}</span>
          {session.current && <span className="chip">{t('security.thisOne')}</span>}
        </h3>
        <p className="small faint">
          {[
            session.address,
            t('security.signedInAt', { when: formatWhen(session.createdAt, i18n.language) }),
            t('security.lastSeen', { when: formatWhen(session.lastSeenAt, i18n.language) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {!session.current && (
        <Button look="line" compact disabled={busy} onClick={onRevoke}>
          {t('security.revoke')}
          <span className="visually-hidden"> {device}</span>
        </Button>
      )}
    </li>
  );
}
