import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { Door } from './Door';

interface Props {
  error: unknown;
  busy: boolean;
  onSubmit(second: { code: string } | { recoveryCode: string }): void;
  onBack(): void;
}

/** The second step of signing in: what the app shows, or one of the codes kept for the day it is lost. */
export function SecondStep({ error, busy, onSubmit, onBack }: Props) {
  const { t } = useTranslation();
  const [lost, setLost] = useState(false);
  const [code, setCode] = useState('');
  const problem = error ? asProblem(error) : null;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    onSubmit(lost ? { recoveryCode: code.trim() } : { code: code.replaceAll(/\s/g, '') });
  };
  return (
    <Door title={t('entry.secondTitle')} text={t(lost ? 'entry.recoveryText' : 'entry.codeText')}>
      <form onSubmit={submit}>
        <Field
          key={lost ? 'recovery' : 'code'}
          label={t(lost ? 'entry.recoveryCode' : 'entry.code')}
          inputMode={lost ? 'text' : 'numeric'}
          autoComplete={lost ? 'off' : 'one-time-code'}
          maxLength={lost ? 40 : 10}
          required
          autoFocus
          value={code}
          onChange={(event) => setCode(event.target.value)}
          errors={problem?.code === 'auth.wrongSecondFactor' ? [t('entry.wrongCode')] : []}
        />
        {problem && problem.code !== 'auth.wrongSecondFactor' && problem.code !== 'auth.secondFactor' && (
          <Refusal error={problem} />
        )}
        <Button type="submit" look="accent" className="tall" disabled={busy}>
          {t('login.submit')}
        </Button>
        <Button
          look="ghost"
          onClick={() => {
            setCode('');
            setLost(!lost);
          }}
        >
          {t(lost ? 'entry.useApp' : 'entry.useRecovery')}
        </Button>
        <Button look="ghost" onClick={onBack}>
          {t('entry.back')}
        </Button>
      </form>
    </Door>
  );
}
