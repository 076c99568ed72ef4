import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUpdateShareLink } from '@/api/requests/update-share-link';
import type { ShareLink } from '@/api/types';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { LinkFields } from './LinkFields';
import { draftOf, endOfDay } from './share';

/** Changes what guests of a link may do, its name, its end and its passphrase. What it shows stays. */
export function EditLink({ link, onDone }: { link: ShareLink; onDone(): void }) {
  const { t } = useTranslation();
  const update = useUpdateShareLink();
  const [first] = useState(() => draftOf(link));
  const [draft, setDraft] = useState(first);
  const [open, setOpen] = useState(false);
  return (
    <form
      className="share-edit"
      onSubmit={(event) => {
        event.preventDefault();
        update.mutate(
          {
            link,
            change: {
              name: draft.name.trim(),
              ...(open ? { passphrase: null } : draft.passphrase !== '' ? { passphrase: draft.passphrase } : {}),
              // A day that was not touched keeps the hour that the end has.
              ...(draft.lastDay !== first.lastDay ? { expiresAt: endOfDay(draft.lastDay) } : {}),
              allow: { comment: draft.comment, circle: draft.circle, select: draft.select },
              watermark: draft.watermark,
            },
          },
          { onSuccess: onDone },
        );
      }}
    >
      <LinkFields
        draft={draft}
        onDraft={setDraft}
        error={update.error}
        passphraseHint={link.hasPassphrase ? t('share.passphraseKept') : undefined}
      />
      {link.hasPassphrase && (
        <label className="check">
          <input type="checkbox" checked={open} onChange={(event) => setOpen(event.target.checked)} />
          <span>{t('share.passphraseOff')}</span>
        </label>
      )}
      <Refusal error={update.error} />
      <div className="dialog-foot">
        <Button look="ghost" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button look="accent" type="submit" disabled={update.isPending || draft.name.trim() === ''}>
          {t('share.save')}
        </Button>
      </div>
    </form>
  );
}
