import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { asProblem } from '@/api/problem';
import { systemQuery } from '@/api/requests/get-system';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { useLogin } from './api/login';
import { Door } from './Door';
import { PasswordField } from './PasswordField';
import { SingleSignOn } from './SingleSignOn';

export default function LoginPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const location = useLocation();
  const system = useQuery(systemQuery());
  const login = useLogin();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  if (system.data?.setupNeeded) return <Navigate to="/setup" replace />;

  // Only a path of our own may be gone to: "//elsewhere" would leave the site.
  const from = (location.state as { from?: string } | null)?.from;
  const next = from && /^\/(?!\/)/.test(from) ? from : '/';
  const refused = login.error && asProblem(login.error).status === 401;

  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    login.mutate({ email, password }, { onSuccess: () => void navigate(next, { replace: true }) });
  };
  return (
    <Door title={t('login.title')}>
      <form onSubmit={submit}>
        <Field
          label={t('account.email')}
          type="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordField value={password} onChange={(event) => setPassword(event.target.value)} />
        {refused ? <Refusal error={new Error(t('login.refused'))} /> : <Refusal error={login.error} />}
        {window.location.protocol === 'http:' && !isLocal() && <p className="field-hint">{t('login.plainHttp')}</p>}
        <Button type="submit" look="accent" className="tall" disabled={login.isPending}>
          {t('login.submit')}
        </Button>
      </form>
      <SingleSignOn next={next} />
    </Door>
  );
}

const isLocal = () => ['localhost', '127.0.0.1', '[::1]'].includes(window.location.hostname);
