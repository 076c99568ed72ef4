import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member, MyWorkspace } from '@/api/generated/director';
import { meQuery } from '@/api/requests/get-me';
import { useMay } from '@/api/requests/may';
import { Confirm } from '@/components/Confirm';
import { Refusal } from '@/components/Refusal';
import { Waiting } from '@/components/Waiting';
import { NotForYou } from '@/components/NotForYou';
import { Panel } from '@/components/Panel';
import { workspaceKeys } from '@/api/workspace-keys';
import { base } from '@/lib/base';
import { membersQuery } from './api/list-members';
import { useRemoveMember } from './api/remove-member';
import { useUpdateMember } from './api/update-member';
import { MemberRow } from './MemberRow';

export function Members({ workspace }: { workspace: MyWorkspace }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const may = useMay();
  const me = useQuery(meQuery()).data?.user.id;
  const members = useQuery(membersQuery(workspace.id));
  const update = useUpdateMember(workspace.id);
  const remove = useRemoveMember(workspace.id);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const owners = members.data?.filter(({ role }) => role === 'owner').length ?? 0;
  const self = leaving?.userId === me;

  const confirm = (member: Member) =>
    remove.mutate(member.userId, {
      onSuccess: () => {
        // Whoever left has no business on this page any more; everything of the workspace goes from the screen.
        if (self) return window.location.assign(`${base}/`);
        setLeaving(null);
        void cache.invalidateQueries({ queryKey: workspaceKeys.one(workspace.id) });
      },
    });

  if (members.error && !members.data) return <Refusal error={members.error} onRetry={() => void members.refetch()} />;
  if (!members.data) return <Waiting />;
  return (
    <Panel title={workspace.name} text={may.administer ? t('members.count', { count: members.data.length }) : <NotForYou />}>
      <Refusal error={update.error} />
      <ul className="people-list">
        {members.data.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            self={member.userId === me}
            lastOwner={member.role === 'owner' && owners === 1}
            busy={update.isPending}
            onRole={(role) => update.mutate({ userId: member.userId, role })}
            onRemove={() => setLeaving(member)}
          />
        ))}
      </ul>
      {leaving && (
        <Confirm
          title={self ? t('members.leaveTitle', { workspace: workspace.name }) : t('members.removeTitle', { name: leaving.name })}
          text={t(self ? 'members.leaveText' : 'members.removeText')}
          action={t(self ? 'members.leave' : 'people.remove')}
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => confirm(leaving)}
          onClose={() => {
            remove.reset();
            setLeaving(null);
          }}
        />
      )}
    </Panel>
  );
}
