import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/Button';
import { Confirm } from '@/components/Confirm';
import { Refusal } from '@/components/Refusal';
import { PasswordField } from '@/components/PasswordField';
import { Panel } from '@/components/Panel';
import { useBeginTotp } from './api/begin-totp';
import { totpQuery } from './api/get-totp';
import { useRemoveTotp } from './api/remove-totp';
import { RecoveryCodes } from './RecoveryCodes';
import { StartTotp } from './StartTotp';

/** Sign-in in two steps: off, being switched on, its codes shown once, on. */
export function TwoSteps() {
  const { t } = useTranslation();
  const totp = useQuery(totpQuery());
  const begin = useBeginTotp();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [removing, setRemoving] = useState(false);
  const enabled = totp.data?.enabled ?? false;
  const left = totp.data?.recoveryCodesLeft ?? 0;

  return (
    <Panel
      title={t('security.twoSteps')}
      text={enabled ? t('security.twoStepsOn', { count: left }) : t('security.twoStepsText')}
      action={
        totp.data &&
        (enabled
          ? !codes && <Button onClick={() => setRemoving(true)}>{t('security.switchOff')}</Button>
          : !begin.data && (
              <Button disabled={begin.isPending} onClick={() => begin.mutate()}>
                {t('security.switchOn')}
              </Button>
            ))
      }
    >
      <Refusal error={totp.error} onRetry={() => void totp.refetch()} />
      <Refusal error={begin.error} />
      {codes ? (
        <RecoveryCodes
          codes={codes}
          onDone={() => {
            setCodes(null);
            begin.reset();
          }}
        />
      ) : (
        !enabled && begin.data && <StartTotp seed={begin.data} onCodes={setCodes} onCancel={() => begin.reset()} />
      )}
      {removing && <RemoveTotp onClose={() => setRemoving(false)} />}
    </Panel>
  );
}

function RemoveTotp({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const remove = useRemoveTotp();
  const [password, setPassword] = useState('');
  const errors = remove.error ? (asProblem(remove.error).errors.password ?? []) : [];
  return (
    <Confirm
      title={t('security.removeTotp')}
      text={t('security.removeTotpText')}
      action={t('security.switchOff')}
      busy={remove.isPending}
      ready={password !== ''}
      error={errors.length > 0 ? null : remove.error}
      onConfirm={() => remove.mutate(password, { onSuccess: onClose })}
      onClose={onClose}
    >
      <PasswordField value={password} onChange={(event) => setPassword(event.target.value)} errors={errors} />
    </Confirm>
  );
}
