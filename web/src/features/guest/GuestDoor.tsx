import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { ShareDoor } from '@/api/types';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { formatWhen } from '@/lib/format';
import { useEnterShare } from './api/enter-share';
import { GuestFrame } from './GuestFrame';

/** Asks for a name, and for the passphrase where the link has one. */
export function GuestDoor({ token, door }: { token: string; door: ShareDoor }) {
  const { t, i18n } = useTranslation();
  const enter = useEnterShare(token);
  const [guestName, setGuestName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const problem = enter.error && asProblem(enter.error);
  const wrong = problem?.code === 'share.wrongPassphrase';
  return (
    <GuestFrame>
      <h1>{door.name}</h1>
      <p className="soft">{t('guest.invited')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate({ guestName: guestName.trim(), passphrase: door.passphraseNeeded ? passphrase : null });
        }}
      >
        <Field
          label={t('guest.name')}
          hint={t('guest.nameHint')}
          autoComplete="name"
          required
          autoFocus
          maxLength={80}
          value={guestName}
          errors={problem?.errors.guestName}
          onChange={(event) => setGuestName(event.target.value)}
        />
        {door.passphraseNeeded && (
          <Field
            label={t('guest.passphrase')}
            type="password"
            autoComplete="off"
            required
            maxLength={200}
            value={passphrase}
            errors={wrong ? [t('guest.wrongPassphrase')] : undefined}
            onChange={(event) => setPassphrase(event.target.value)}
          />
        )}
        {problem && !wrong && !problem.errors.guestName && <Refusal error={problem} />}
        <Button type="submit" look="accent" className="tall" disabled={enter.isPending || guestName.trim() === ''}>
          {t('guest.enter')}
        </Button>
      </form>
      {door.expiresAt && (
        <p className="field-hint">{t('guest.openUntil', { when: formatWhen(door.expiresAt, i18n.language) })}</p>
      )}
    </GuestFrame>
  );
}
