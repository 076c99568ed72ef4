import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { useResetPassword } from './api/reset-password';
import { Door } from './Door';
import { PasswordField } from '@/components/PasswordField';
import { brokenRule } from '@/lib/password';

/** Where the link of the mail leads. Its token stands behind the #, which browsers do not send to servers and their logs. */
export default function ResetPasswordPage() {
  const { t } = useTranslation();
  const token = new URLSearchParams(useLocation().hash.slice(1)).get('token');
  const reset = useResetPassword();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const problem = reset.error ? asProblem(reset.error) : null;
  const fieldErrors = problem?.errors.newPassword ?? [];
  const toLogin = (
    <Link className="button accent tall" to="/login">
      {t('entry.toLogin')}
    </Link>
  );
  if (!token) {
    return (
      <Door title={t('entry.resetTitle')} text={t('entry.resetWithout')}>
        {toLogin}
      </Door>
    );
  }
  if (reset.isSuccess) {
    return (
      <Door title={t('entry.resetTitle')} text={t('entry.resetDone')}>
        {toLogin}
      </Door>
    );
  }
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!brokenRule(password)) reset.mutate({ token, newPassword: password });
  };
  return (
    <Door title={t('entry.resetTitle')} text={t('entry.resetText')}>
      <form onSubmit={submit}>
        <PasswordField
          fresh
          label={t('entry.newPassword')}
          judged={tried}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          errors={fieldErrors}
        />
        {problem && fieldErrors.length === 0 && <Refusal error={new Error(problem.errors.token?.[0] ?? problem.message)} />}
        <Button type="submit" look="accent" className="tall" disabled={reset.isPending}>
          {t('entry.setPassword')}
        </Button>
      </form>
    </Door>
  );
}
