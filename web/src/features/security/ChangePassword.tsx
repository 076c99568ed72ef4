import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { brokenRule } from '@/lib/password';
import { PasswordField } from '@/components/PasswordField';
import { Panel } from '@/components/Panel';
import { say } from '@/state/undo';
import { useChangePassword } from './api/change-password';

export function ChangePassword() {
  const { t } = useTranslation();
  const change = useChangePassword();
  const [open, setOpen] = useState(false);
  const [form, setForm] = useState({ currentPassword: '', newPassword: '' });
  const [tried, setTried] = useState(false);
  const problem = change.error ? asProblem(change.error) : null;
  const errors = (field: string) => problem?.errors[field] ?? [];
  const placed = errors('currentPassword').length + errors('newPassword').length > 0;
  const set = (field: keyof typeof form) => ({
    value: form[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setForm({ ...form, [field]: event.target.value }),
    errors: errors(field),
  });
  const close = () => {
    setForm({ currentPassword: '', newPassword: '' });
    setTried(false);
    change.reset();
    setOpen(false);
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (brokenRule(form.newPassword)) return;
    change.mutate(form, {
      onSuccess: () => {
        close();
        say(t('security.passwordChanged'));
      },
    });
  };
  return (
    <Panel
      title={t('account.password')}
      text={t('security.passwordText')}
      action={!open && <Button onClick={() => setOpen(true)}>{t('security.changePassword')}</Button>}
    >
      {open && (
        <form className="panel-form" onSubmit={submit}>
          <PasswordField label={t('security.currentPassword')} {...set('currentPassword')} />
          <PasswordField fresh label={t('entry.newPassword')} judged={tried} {...set('newPassword')} />
          {problem && !placed && <Refusal error={problem} />}
          <div className="row">
            <Button type="submit" look="accent" disabled={change.isPending}>
              {t('security.changePassword')}
            </Button>
            <Button look="ghost" onClick={close}>
              {t('common.cancel')}
            </Button>
          </div>
        </form>
      )}
    </Panel>
  );
}
