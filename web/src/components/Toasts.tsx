import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { cx } from '@/lib/cx';
import { dismiss, say, undoStep, useFeedback } from '@/state/undo';
import { Button } from './Button';

/** Long enough to read twice; a refusal waits until it is put away. */
const shownMs = 8000;

export function Toasts() {
  const { t } = useTranslation();
  const toasts = useFeedback((state) => state.toasts);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <Toast key={toast.id} tone={toast.tone} onEnd={() => dismiss(toast.id)}>
          <span className="grow">{toast.text}</span>
          {toast.undoable && (
            <Button
              compact
              look="line"
              onClick={() => void undoStep(toast.undoable!).catch((error: unknown) => say(asProblem(error).message, 'bad'))}
            >
              {t('common.undo')}
            </Button>
          )}
        </Toast>
      ))}
    </div>
  );
}

function Toast({ tone, onEnd, children }: { tone: 'plain' | 'bad'; onEnd(): void; children: React.ReactNode }) {
  const { t } = useTranslation();
  useEffect(() => {
    if (tone === 'bad') return;
    const timer = setTimeout(onEnd, shownMs);
    return () => clearTimeout(timer);
    // The callback is new on every render; the time runs once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [tone]);
  return (
    <div className={cx('toast', tone)}>
      {children}
      <Button compact square look="ghost" aria-label={t('common.dismiss')} onClick={onEnd}>
        <X size={14} aria-hidden />
      </Button>
    </div>
  );
}
