import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { useMay } from '@/api/requests/may';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { Once } from '@/components/Once';
import { Refusal } from '@/components/Refusal';
import { useCreateInvitation } from './api/create-invitation';
import { rolesToGive } from './roles';

const days = ['1', '7', '30', '90'];

/** Makes a link and shows it this once. */
export function NewInvitation({ workspaceId, onClose }: { workspaceId: string; onClose(): void }) {
  const { t } = useTranslation();
  const may = useMay();
  const create = useCreateInvitation(workspaceId);
  const [role, setRole] = useState('artist');
  const [email, setEmail] = useState('');
  const [expiry, setExpiry] = useState('7');
  const errors = create.error ? (asProblem(create.error).errors.email ?? []) : [];
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    create.mutate({ role, email: email.trim() || null, expiresInDays: Number(expiry) });
  };
  if (create.data) {
    return (
      <Dialog title={t('members.inviteTitle')} onClose={onClose}>
        <div className="dialog-body">
          <Once value={create.data.url} note={t('members.linkOnce')} />
          <div className="dialog-foot">
            <Button look="accent" onClick={onClose}>
              {t('people.done')}
            </Button>
          </div>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('members.inviteTitle')} onClose={onClose}>
      <form className="dialog-body" onSubmit={submit}>
        <Choice
          label={t('members.role')}
          value={role}
          onChange={setRole}
          options={rolesToGive(may.own).map((name) => [name, t(`roles.names.${name}`)] as const)}
          hint={t(`roles.may.${role}`)}
        />
        <Field
          label={t('members.email')}
          hint={t('members.emailHint')}
          type="email"
          autoComplete="off"
          value={email}
          errors={errors}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Choice
          label={t('people.expiry')}
          value={expiry}
          onChange={setExpiry}
          options={days.map((count) => [count, t('people.days', { count: Number(count) })] as const)}
        />
        {errors.length === 0 && <Refusal error={create.error} />}
        <div className="dialog-foot">
          <Button look="ghost" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look="accent" type="submit" disabled={create.isPending}>
            {t('members.makeLink')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
