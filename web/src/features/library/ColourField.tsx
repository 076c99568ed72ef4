import { useId } from 'react';

interface Props {
  label: string;
  /** `#rrggbb`; empty when none is set. */
  value: string;
  onSave(value: string): void;
}

/** A colour; kept when the chooser is closed. */
export function ColourField({ label, value, onSave }: Props) {
  const id = useId();
  const shown = /^#[0-9a-f]{6}$/i.test(value) ? value : '#808080';
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        key={shown}
        id={id}
        type="color"
        className="input colour"
        defaultValue={shown}
        onBlur={(event) => event.target.value !== shown && onSave(event.target.value)}
      />
    </div>
  );
}
