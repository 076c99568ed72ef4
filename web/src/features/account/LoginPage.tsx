import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { asProblem } from '@/api/problem';
import { systemQuery } from '@/api/requests/get-system';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { passkeysWork, wasDeclined } from '@/lib/passkey';
import { pageAfterLogin } from './after-login';
import { useLogin } from './api/login';
import { useLoginWithPasskey } from './api/login-with-passkey';
import { Door } from './Door';
import { ForgottenPassword } from './ForgottenPassword';
import { PasswordField } from '@/components/PasswordField';
import { SecondStep } from './SecondStep';
import { SingleSignOn } from './SingleSignOn';

export default function LoginPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const location = useLocation();
  const system = useQuery(systemQuery());
  const login = useLogin();
  const passkey = useLoginWithPasskey();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [step, setStep] = useState<'password' | 'second' | 'forgotten'>('password');
  if (system.data?.setupNeeded) return <Navigate to="/setup" replace />;

  const problem = login.error ? asProblem(login.error) : null;
  const enter = () => void navigate(pageAfterLogin(location.state), { replace: true });
  const tryWith = (second: { code?: string; recoveryCode?: string } = {}) =>
    login.mutate(
      { email, password, ...second },
      {
        onSuccess: enter,
        onError: (error) => {
          const { code } = asProblem(error);
          if (code === 'auth.secondFactor') setStep('second');
          else if (code === 'auth.wrongCredentials') setStep('password');
        },
      },
    );
  const again = () => {
    login.reset();
    setStep('password');
  };

  if (step === 'second') return <SecondStep error={login.error} busy={login.isPending} onSubmit={tryWith} onBack={again} />;
  if (step === 'forgotten') return <ForgottenPassword email={email} onBack={again} />;

  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    passkey.reset();
    tryWith();
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
        {problem?.status === 401 ? <Refusal error={new Error(t('login.refused'))} /> : <Refusal error={problem} />}
        {passkey.error && <Refusal error={wasDeclined(passkey.error) ? new Error(t('entry.passkeyDeclined')) : passkey.error} />}
        {window.location.protocol === 'http:' && !isLocal() && <p className="field-hint">{t('login.plainHttp')}</p>}
        <Button type="submit" look="accent" className="tall" disabled={login.isPending}>
          {t('login.submit')}
        </Button>
        {passkeysWork() && (
          <Button
            look="line"
            className="tall"
            disabled={passkey.isPending}
            onClick={() => {
              login.reset();
              passkey.mutate(undefined, { onSuccess: enter });
            }}
          >
            <KeyRound size={16} aria-hidden />
            {t('entry.withPasskey')}
          </Button>
        )}
        <Button look="ghost" onClick={() => setStep('forgotten')}>
          {t('entry.forgot')}
        </Button>
      </form>
      <SingleSignOn next={pageAfterLogin(location.state)} />
    </Door>
  );
}

const isLocal = () => ['localhost', '127.0.0.1', '[::1]'].includes(window.location.hostname);
