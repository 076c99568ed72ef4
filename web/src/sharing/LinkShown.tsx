import { Copy } from 'lucide-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { say } from '@/state/undo';

interface Props {
  url: string;
  passphrase: string;
  onAnother(): void;
  onClose(): void;
}

/** The address of a new link. It is kept nowhere, so this is the one time it can be read. */
export function LinkShown({ url, passphrase, onAnother, onClose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(url);
      say(t('share.copied'));
    } catch {
      // No clipboard on plain HTTP: the address is marked, so that the keyboard copies it.
      say(t('share.copyByHand'));
    }
  };
  return (
    <div className="dialog-body">
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t('share.address')}
        </label>
        <div className="share-address">
          <input
            id={id}
            ref={field}
            className="input"
            readOnly
            value={url}
            autoFocus
            onFocus={(event) => event.target.select()}
          />
          <Button look="accent" onClick={() => void copy()}>
            <Copy size={16} aria-hidden />
            {t('share.copy')}
          </Button>
        </div>
        <p className="field-hint">{t('share.shownOnce')}</p>
        {passphrase !== '' && <p className="field-hint">{t('share.tellPassphrase')}</p>}
      </div>
      <div className="dialog-foot">
        <Button look="ghost" onClick={onAnother}>
          {t('share.another')}
        </Button>
        <Button onClick={onClose}>{t('share.done')}</Button>
      </div>
    </div>
  );
}
