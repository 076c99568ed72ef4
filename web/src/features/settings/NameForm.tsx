import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { say } from '@/state/undo';
import { useUpdateMe } from './api/update-me';

/** One's own name, as the others see it. */
export function NameForm({ name }: { name: string }) {
  const { t } = useTranslation();
  const update = useUpdateMe();
  const [typed, setTyped] = useState(name);
  const errors = update.error ? (asProblem(update.error).errors.name ?? []) : [];
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    update.mutate(typed.trim(), { onSuccess: () => say(t('people.saved')) });
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      <Field
        label={t('setup.name')}
        autoComplete="name"
        required
        maxLength={200}
        value={typed}
        errors={errors}
        onChange={(event) => setTyped(event.target.value)}
      />
      {errors.length === 0 && <Refusal error={update.error} />}
      <div>
        <Button type="submit" disabled={update.isPending || typed.trim() === '' || typed.trim() === name}>
          {t('people.save')}
        </Button>
      </div>
    </form>
  );
}
