import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { Refusal } from './Refusal';

interface Props {
  title: string;
  text?: string;
  /** What the button that does it says. */
  action: string;
  onConfirm(): void;
  onClose(): void;
  busy?: boolean;
  /** Not before what is asked for is filled in. */
  ready?: boolean;
  error?: unknown;
  children?: ReactNode;
}

/** Asks once, for what nothing takes back. */
export function Confirm({ title, text, action, onConfirm, onClose, busy, ready = true, error, children }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        {text && <p className="soft">{text}</p>}
        {children}
        <Refusal error={error} />
        <div className="dialog-foot">
          <Button look="ghost" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" className="bad" disabled={busy || !ready}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
