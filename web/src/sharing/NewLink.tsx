import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreateShareLink } from '@/api/requests/create-share-link';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { LinkFields } from './LinkFields';
import { LinkShown } from './LinkShown';
import { endOfDay, newDraft, type ShareChoice } from './share';

/** Asks what guests shall see and may do; afterwards shows the address, once. */
export function NewLink({ choices, initial, onClose }: { choices: readonly ShareChoice[]; initial: string; onClose(): void }) {
  const { t } = useTranslation();
  const create = useCreateShareLink();
  const [chosen, setChosen] = useState(initial);
  const choice = choices.find(({ key }) => key === chosen) ?? choices[0]!;
  const [draft, setDraft] = useState(() => newDraft(choice.name));
  const choose = (key: string) => {
    const next = choices.find((entry) => entry.key === key) ?? choice;
    // A name that somebody typed stays; one that was proposed follows what is shown.
    if (draft.name === choice.name) setDraft({ ...draft, name: next.name });
    setChosen(next.key);
  };
  if (create.data) {
    return <LinkShown url={create.data.url} passphrase={draft.passphrase} onAnother={() => create.reset()} onClose={onClose} />;
  }
  return (
    <form
      className="dialog-body"
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({
          name: draft.name.trim(),
          ...(choice.targetId ? { targetId: choice.targetId } : { takeIds: choice.takeIds }),
          passphrase: draft.passphrase || null,
          expiresAt: endOfDay(draft.lastDay),
          allow: { comment: draft.comment, circle: draft.circle, select: draft.select },
          watermark: draft.watermark,
        });
      }}
    >
      <label className="field">
        <span className="field-label">{t('share.what')}</span>
        <select className="input" value={chosen} onChange={(event) => choose(event.target.value)}>
          {choices.map(({ key, text }) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <LinkFields draft={draft} onDraft={setDraft} error={create.error} />
      <Refusal error={create.error} />
      <div className="dialog-foot">
        <Button look="ghost" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button look="accent" type="submit" disabled={create.isPending || draft.name.trim() === ''}>
          {t('share.create')}
        </Button>
      </div>
    </form>
  );
}
