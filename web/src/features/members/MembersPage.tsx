import { useTranslation } from 'react-i18next';
import { useMay, useMyWorkspace } from '@/api/requests/may';
import { Waiting } from '@/components/Waiting';
import { Panel } from '@/components/Panel';
import { Invitations } from './Invitations';
import { Members } from './Members';
import { roles } from './roles';

/** Who belongs to the workspace and as what, who is invited, and what the roles may. */
export default function MembersPage() {
  const { t } = useTranslation();
  const may = useMay();
  const workspace = useMyWorkspace();
  if (!workspace) return <Waiting />;
  return (
    <>
      <h1>{t('members.title')}</h1>
      <Members workspace={workspace} />
      {may.administer && <Invitations workspaceId={workspace.id} />}
      <Panel title={t('members.whatRolesMay')}>
        <dl className="role-table">
          {roles.map((role) => (
            <div key={role} className="contents">
              <dt>{t(`roles.names.${role}`)}</dt>
              <dd>{t(`roles.may.${role}`)}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </>
  );
}
