import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { PasswordField } from '@/components/PasswordField';
import { brokenRule } from '@/lib/password';

export interface Account {
  name: string;
  email: string;
  password: string;
}

interface Props {
  /** Whom the invitation is made out to: then it is this address and no other. */
  email: string | null;
  error: unknown;
  busy: boolean;
  onSubmit(account: Account): void;
}

/** Name, address and password of somebody who is new here. */
export function NewAccount({ email, error, busy, onSubmit }: Props) {
  const { t } = useTranslation();
  const [form, setForm] = useState<Account>({ name: '', email: email ?? '', password: '' });
  const [tried, setTried] = useState(false);
  const problem = error ? asProblem(error) : null;
  const errors = (field: string) => problem?.errors[field] ?? [];
  const placed = (['name', 'email', 'password'] as const).some((field) => errors(field).length > 0);
  const set = (field: keyof Account) => ({
    value: form[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setForm({ ...form, [field]: event.target.value }),
    errors: errors(field),
  });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!brokenRule(form.password)) onSubmit(form);
  };
  return (
    <form onSubmit={submit}>
      <Field label={t('setup.name')} autoComplete="name" required autoFocus maxLength={200} {...set('name')} />
      <Field
        label={t('account.email')}
        type="email"
        autoComplete="username"
        required
        readOnly={email !== null}
        hint={email === null ? undefined : t('entry.emailGiven')}
        {...set('email')}
      />
      <PasswordField fresh judged={tried} {...set('password')} />
      {problem && !placed && <Refusal error={problem} />}
      <Button type="submit" look="accent" className="tall" disabled={busy}>
        {t('entry.makeAccount')}
      </Button>
    </form>
  );
}
