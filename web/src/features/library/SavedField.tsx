import { useId, useState } from 'react';

interface Props {
  label: string;
  value: string;
  /** More than one line. */
  rows?: number;
  maxLength: number;
  placeholder?: string;
  hint?: string;
  required?: boolean;
  onSave(value: string): void;
}

/** A field that keeps what was written when it is left; Enter leaves it, Escape takes back. What others write meanwhile is shown until somebody types. */
export function SavedField({ label, value, rows, maxLength, placeholder, hint, required, onSave }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    const next = typed?.trim();
    setTyped(null);
    if (next === undefined || next === value.trim() || (required && next === '')) return;
    onSave(next);
  };
  const field = {
    id,
    className: 'input',
    maxLength,
    placeholder,
    value: typed ?? value,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => setTyped(event.target.value),
    onBlur: leave,
    onKeyDown: (event: React.KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (event.key === 'Escape') setTyped(null);
      if (event.key === 'Enter' && (!rows || event.ctrlKey || event.metaKey)) event.currentTarget.blur();
    },
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {rows ? <textarea rows={rows} {...field} /> : <input {...field} />}
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
