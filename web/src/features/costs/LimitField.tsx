import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { limitOf } from './view';

interface Props {
  label: string;
  /** As it stands; null: no limit. */
  value: number | null;
  busy: boolean;
  onSave(limit: number | null): void;
}

/** A limit that can be written anew; empty means none. What others set meanwhile is shown until somebody types. */
export function LimitField({ label, value, busy, onSave }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === null ? '' : String(value));
  const limit = limitOf(text);
  const changed = limit !== undefined && limit !== value;
  return (
    <form
      className="limit"
      onSubmit={(event) => {
        event.preventDefault();
        if (!changed) return;
        onSave(limit);
        setTyped(null);
      }}
    >
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        inputMode="decimal"
        placeholder={t('costs.noLimit')}
        value={text}
        aria-invalid={limit === undefined || undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" disabled={busy || !changed}>
        {t('people.save')}
      </Button>
    </form>
  );
}
