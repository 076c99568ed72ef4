import { useId, type ComponentProps, type ReactNode } from 'react';

interface Props extends Omit<ComponentProps<'input'>, 'id'> {
  label: string;
  hint?: ReactNode;
  /** Reasons the server or the form named for this field. */
  errors?: readonly string[];
}

export function Field({ label, hint, errors = [], className, ...input }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={className ?? 'input'}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={`${id}-hint`}
        {...input}
      />
      <div id={`${id}-hint`}>
        {errors.map((error) => (
          <p key={error} className="field-error">
            {error}
          </p>
        ))}
        {hint && errors.length === 0 && <p className="field-hint">{hint}</p>}
      </div>
    </div>
  );
}
