import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { systemQuery } from '@/api/requests/get-system';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { useRequestPasswordReset } from './api/request-password-reset';
import { Door } from './Door';

/** Asks for a link by mail. A server without mail sends nobody anything, and says who can help instead. */
export function ForgottenPassword({ email: typed, onBack }: { email: string; onBack(): void }) {
  const { t } = useTranslation();
  const system = useQuery(systemQuery());
  const request = useRequestPasswordReset();
  const [email, setEmail] = useState(typed);
  const mail = system.data?.features.find((feature) => feature.name === 'Mail');
  const back = (
    <Button look="ghost" onClick={onBack}>
      {t('entry.back')}
    </Button>
  );
  if (mail && mail.status === 'notConfigured') {
    return (
      <Door title={t('entry.forgotTitle')}>
        <p className="soft">{t('entry.noMail')}</p>
        <p>
          <code>director user reset {email.trim() || t('entry.yourEmail')}</code>
        </p>
        {back}
      </Door>
    );
  }
  if (request.isSuccess) {
    return (
      <Door title={t('entry.forgotTitle')} text={t('entry.resetSent', { email })}>
        {back}
      </Door>
    );
  }
  return (
    <Door title={t('entry.forgotTitle')} text={t('entry.forgotText')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          request.mutate(email);
        }}
      >
        <Field
          label={t('account.email')}
          type="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Refusal error={request.error} />
        <Button type="submit" look="accent" className="tall" disabled={request.isPending}>
          {t('entry.sendLink')}
        </Button>
        {back}
      </form>
    </Door>
  );
}
