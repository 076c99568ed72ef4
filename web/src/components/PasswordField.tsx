import { Check } from 'lucide-react';
import { useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { brokenRule, passwordMax, passwordMin } from '@/lib/password';

interface Props {
  value: string;
  /** "Password" unless it says which one. */
  label?: string;
  onChange(event: ChangeEvent<HTMLInputElement>): void;
  /** A new password: the rules are shown and counted while typing. */
  fresh?: boolean;
  /** Whether a broken rule is already said as an error. */
  judged?: boolean;
  errors?: readonly string[];
}

export function PasswordField({ value, onChange, label, fresh = false, judged = false, errors = [] }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const broken = fresh ? brokenRule(value) : null;
  const said = judged && broken ? [t(`account.rules.${broken}`, { min: passwordMin, max: passwordMax })] : errors;
  const hint = (
    <span className="password-count">
      {value.length > 0 && broken === null && <Check size={12} aria-hidden />}
      {t('account.passwordRule', { min: passwordMin, max: passwordMax, count: [...value].length })}
    </span>
  );
  return (
    <div style={{ position: 'relative' }}>
      <Field
        label={label ?? t('account.password')}
        type={shown ? 'text' : 'password'}
        autoComplete={fresh ? 'new-password' : 'current-password'}
        required
        value={value}
        onChange={onChange}
        errors={said}
        hint={fresh ? hint : undefined}
      />
      <Button
        look="ghost"
        compact
        style={{ position: 'absolute', right: 0, top: -6, height: 24 }}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      >
        {shown ? t('account.hide') : t('account.show')}
      </Button>
    </div>
  );
}
