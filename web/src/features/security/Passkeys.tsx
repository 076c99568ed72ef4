import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Passkey } from '@/api/generated/director';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/Button';
import { Confirm } from '@/components/Confirm';
import { Field } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { Panel } from '@/components/Panel';
import { formatWhen } from '@/lib/format';
import { isKnownDevice, passkeysWork, wasDeclined } from '@/lib/passkey';
import { useAddPasskey } from './api/add-passkey';
import { passkeysQuery } from './api/list-passkeys';
import { useRemovePasskey } from './api/remove-passkey';

export function Passkeys() {
  const { t, i18n } = useTranslation();
  const passkeys = useQuery(passkeysQuery());
  const remove = useRemovePasskey();
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Passkey | null>(null);
  return (
    <Panel
      title={t('security.passkeys')}
      text={t(passkeysWork() ? 'security.passkeysText' : 'security.passkeysHttps')}
      action={!adding && passkeysWork() && <Button onClick={() => setAdding(true)}>{t('security.addPasskey')}</Button>}
    >
      {adding && <AddPasskey onDone={() => setAdding(false)} />}
      <Refusal error={passkeys.error} onRetry={() => void passkeys.refetch()} />
      {passkeys.data && passkeys.data.length > 0 && (
        <ul className="people-list">
          {passkeys.data.map((passkey) => (
            <li key={passkey.id}>
              <KeyRound size={18} aria-hidden className="faint" />
              <div className="grow">
                <h3>{passkey.name}</h3>
                <p className="small faint">
                  {t('people.since', { when: formatWhen(passkey.createdAt, i18n.language) })}
                  {passkey.synced && ` · ${t('security.synced')}`}
                </p>
              </div>
              <Button look="line" compact onClick={() => setLeaving(passkey)}>
                {t('people.remove')}
                <span className="visually-hidden"> {passkey.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {leaving && (
        <Confirm
          title={t('security.removePasskey', { name: leaving.name })}
          text={t('security.removePasskeyText')}
          action={t('people.remove')}
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate(leaving.id, { onSuccess: () => setLeaving(null) })}
          onClose={() => {
            remove.reset();
            setLeaving(null);
          }}
        />
      )}
    </Panel>
  );
}

function AddPasskey({ onDone }: { onDone(): void }) {
  const { t } = useTranslation();
  const add = useAddPasskey();
  const [name, setName] = useState('');
  const named = add.error ? (asProblem(add.error).errors.name ?? []) : [];
  const said = wasDeclined(add.error)
    ? new Error(t('entry.passkeyDeclined'))
    : isKnownDevice(add.error)
      ? new Error(t('security.passkeyKnown'))
      : add.error;
  return (
    <form
      className="panel-form"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(name.trim(), { onSuccess: onDone });
      }}
    >
      <Field
        label={t('security.passkeyName')}
        hint={t('security.passkeyNameHint')}
        required
        autoFocus
        maxLength={100}
        value={name}
        errors={named}
        onChange={(event) => setName(event.target.value)}
      />
      {named.length === 0 && <Refusal error={said} />}
      <div className="row">
        <Button type="submit" look="accent" disabled={add.isPending || name.trim() === ''}>
          {t('security.makePasskey')}
        </Button>
        <Button look="ghost" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
