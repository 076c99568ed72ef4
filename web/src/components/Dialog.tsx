import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/lib/cx';
import { Button } from './Button';

interface Props {
  title: string;
  onClose(): void;
  children: ReactNode;
  className?: string;
  /** Leaves the heading to screen readers, for surfaces that explain themselves. */
  quietTitle?: boolean;
}

/** The browser's own modal: it traps focus, makes the rest inert and gives focus back, with no styles injected. */
export function Dialog({ title, onClose, children, className, quietTitle }: Props) {
  const { t } = useTranslation();
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={cx('dialog', className)}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === element.current && onClose()}
    >
      <div className={quietTitle ? 'visually-hidden' : 'dialog-head'}>
        <h2 id={titleId} className="grow">
          {title}
        </h2>
        {!quietTitle && (
          <Button look="ghost" compact square onClick={onClose} aria-label={t('common.close')}>
            <X size={16} aria-hidden />
          </Button>
        )}
      </div>
      {children}
    </dialog>
  );
}
