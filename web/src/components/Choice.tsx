import type { ReactNode } from 'react';

interface Props {
  label: string;
  value: string;
  onChange(value: string): void;
  options: readonly (readonly [value: string, text: string])[];
  hint?: ReactNode;
  disabled?: boolean;
}

/** One of a list, with its label above. */
export function Choice({ label, value, onChange, options, hint, disabled }: Props) {
  return (
    <div className="field">
      <label className="field">
        <span className="field-label">{label}</span>
        <select className="input" value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
          {options.map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </select>
      </label>
      {hint && <p className="field-hint">{hint}</p>}
    </div>
  );
}
