import { useQuery } from '@tanstack/react-query';
import { Mail, Link2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { Panel } from '@/components/Panel';
import { formatWhen } from '@/lib/format';
import { useDeleteInvitation } from './api/delete-invitation';
import { invitationsQuery } from './api/list-invitations';
import { NewInvitation } from './NewInvitation';

/** Links that wait for somebody; a link itself is shown only when it is made. */
export function Invitations({ workspaceId }: { workspaceId: string }) {
  const { t, i18n } = useTranslation();
  const invitations = useQuery(invitationsQuery(workspaceId));
  const withdraw = useDeleteInvitation(workspaceId);
  const [inviting, setInviting] = useState(false);
  return (
    <Panel
      title={t('members.invitations')}
      text={t('members.invitationsText')}
      action={<Button onClick={() => setInviting(true)}>{t('members.invite')}</Button>}
    >
      <Refusal error={invitations.error} onRetry={() => void invitations.refetch()} />
      <Refusal error={withdraw.error} />
      {invitations.data && invitations.data.length > 0 && (
        <ul className="people-list">
          {invitations.data.map((invitation) => {
            const Icon = invitation.email ? Mail : Link2;
            const whom = invitation.email ?? t('members.whoeverHasIt');
            return (
              <li key={invitation.id}>
                <Icon size={18} aria-hidden className="faint" />
                <div className="grow">
                  <h3>
                    {whom}
                    <span className="chip">{t(`roles.names.${invitation.role}`)}</span>
                  </h3>
                  <p className="small faint">
                    {t('members.invitedBy', { name: invitation.createdByName })}
                    {' · '}
                    {invitation.expired
                      ? t('people.expired')
                      : t('people.until', { when: formatWhen(invitation.expiresAt, i18n.language) })}
                  </p>
                </div>
                <Button look="line" compact disabled={withdraw.isPending} onClick={() => withdraw.mutate(invitation.id)}>
                  {t('members.withdraw')}
                  <span className="visually-hidden"> {whom}</span>
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {inviting && <NewInvitation workspaceId={workspaceId} onClose={() => setInviting(false)} />}
    </Panel>
  );
}
