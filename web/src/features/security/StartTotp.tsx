import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { TotpSeed } from '@/api/generated/director';
import { Button } from '@/components/Button';
import { CopyButton } from '@/components/CopyButton';
import { Field } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { useConfirmTotp } from './api/confirm-totp';
import { inFours } from './codes';
import { QrCode } from './QrCode';

interface Props {
  seed: TotpSeed;
  onCodes(codes: readonly string[]): void;
  onCancel(): void;
}

/** The secret as a picture and as text, and the first code as proof that the app has it. */
export function StartTotp({ seed, onCodes, onCancel }: Props) {
  const { t } = useTranslation();
  const confirm = useConfirmTotp();
  const [code, setCode] = useState('');
  const spoken = useMemo(() => inFours(seed.secret), [seed.secret]);
  const errors = confirm.error ? (asProblem(confirm.error).errors.code ?? []) : [];
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    confirm.mutate(code.replaceAll(/\s/g, ''), { onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes) });
  };
  return (
    <div className="totp-start">
      <QrCode text={seed.uri} label={t('security.qrLabel')} />
      <form className="panel-form" onSubmit={submit}>
        <p className="soft">{t('security.scan')}</p>
        <div className="once">
          <code className="once-value">{spoken}</code>
          <CopyButton text={seed.secret} label={t('security.copySecret')} />
        </div>
        <Field
          label={t('entry.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          required
          autoFocus
          value={code}
          errors={errors}
          onChange={(event) => setCode(event.target.value)}
        />
        {errors.length === 0 && <Refusal error={confirm.error} />}
        <div className="row">
          <Button type="submit" look="accent" disabled={confirm.isPending || code.trim() === ''}>
            {t('security.confirmCode')}
          </Button>
          <Button look="ghost" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </div>
  );
}
