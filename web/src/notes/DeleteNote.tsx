import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';

interface Props {
  name: string;
  /** Whether it can be brought back. */
  own: boolean;
  busy: boolean;
  onDelete(): void;
}

/** One's own note goes at once, for it can be brought back; what cannot asks first. */
export function DeleteNote({ name, own, busy, onDelete }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  if (asking) {
    return (
      <span className="note-sure" role="group" aria-label={t('notes.deleteSure', { name })}>
        <span className="small">{t('notes.deleteSure', { name })}</span>
        <Button look="ghost" compact autoFocus onClick={() => setAsking(false)}>
          {t('common.cancel')}
        </Button>
        <Button compact className="bad" disabled={busy} onClick={onDelete}>
          {t('notes.delete')}
        </Button>
      </span>
    );
  }
  return (
    <Button
      look="ghost"
      compact
      square
      aria-label={t('notes.delete')}
      title={t('notes.delete')}
      disabled={busy}
      onClick={() => (own ? onDelete() : setAsking(true))}
    >
      <Trash2 size={14} aria-hidden />
    </Button>
  );
}
