import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate } from 'react-router';
import { asProblem } from '@/api/problem';
import { systemQuery } from '@/api/requests/get-system';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { Waiting } from '@/components/Waiting';
import { useSetUp } from './api/set-up';
import { Door } from './Door';
import { PasswordField } from '@/components/PasswordField';
import { brokenRule } from '@/lib/password';

const fields = ['name', 'email', 'password', 'workspaceName', 'code'];

/** The first user of a fresh server: one screen, then the films. */
export default function SetUpPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const system = useQuery(systemQuery());
  const setUp = useSetUp();
  const [form, setForm] = useState({ name: '', email: '', password: '', workspaceName: '', code: '' });
  const [demoFilm, setDemoFilm] = useState(true);
  const [tried, setTried] = useState(false);

  if (system.isPending) return <Waiting />;
  if (system.error) {
    return (
      <Door title={t('setup.title')}>
        <Refusal error={system.error} onRetry={() => void system.refetch()} />
      </Door>
    );
  }
  if (!system.data.setupNeeded && !setUp.isPending && !setUp.isSuccess) return <Navigate to="/login" replace />;

  const problem = setUp.error ? asProblem(setUp.error) : null;
  const codeNeeded = system.data.setupCodeNeeded || (problem?.code.toLowerCase().includes('code') ?? false);
  const errors = (field: string) =>
    Object.entries(problem?.errors ?? {}).flatMap(([path, reasons]) =>
      path.toLowerCase().replace(/^\$\./, '') === field.toLowerCase() ? reasons : [],
    );
  const unplaced = problem !== null && !fields.some((field) => errors(field).length > 0);
  const set = (field: keyof typeof form) => ({
    value: form[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setForm({ ...form, [field]: event.target.value }),
  });

  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (brokenRule(form.password)) return;
    const { code, ...rest } = form;
    setUp.mutate(
      {
        ...rest,
        workspaceName: form.workspaceName.trim() || t('setup.workspaceDefault', { name: form.name }),
        demoFilm,
        ...(codeNeeded ? { code } : {}),
      },
      { onSuccess: () => void navigate('/', { replace: true }) },
    );
  };

  return (
    <Door title={t('setup.title')} text={t('setup.text')}>
      <form onSubmit={submit}>
        <Field
          label={t('setup.name')}
          autoComplete="name"
          required
          autoFocus
          maxLength={200}
          errors={errors('name')}
          {...set('name')}
        />
        <Field
          label={t('account.email')}
          type="email"
          autoComplete="username"
          required
          errors={errors('email')}
          {...set('email')}
        />
        <PasswordField fresh judged={tried} errors={errors('password')} {...set('password')} />
        <Field
          label={t('setup.workspace')}
          hint={t('setup.workspaceHint')}
          autoComplete="organization"
          maxLength={200}
          errors={errors('workspaceName')}
          {...set('workspaceName')}
        />
        {codeNeeded && (
          <Field
            label={t('setup.code')}
            hint={t('setup.codeHint')}
            required
            autoComplete="one-time-code"
            errors={errors('code')}
            {...set('code')}
          />
        )}
        <label className="check">
          <input type="checkbox" checked={demoFilm} onChange={(event) => setDemoFilm(event.target.checked)} />
          <span>
            {t('setup.demo')}
            <span className="field-hint" style={{ display: 'block' }}>
              {t('setup.demoHint')}
            </span>
          </span>
        </label>
        {unplaced && <Refusal error={problem} />}
        <Button type="submit" look="accent" className="tall" disabled={setUp.isPending}>
          {setUp.isPending ? t('setup.working') : t('setup.submit')}
        </Button>
      </form>
    </Door>
  );
}
