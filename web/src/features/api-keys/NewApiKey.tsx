import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '@/api/generated/director';
import { asProblem } from '@/api/problem';
import { useMay } from '@/api/requests/may';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { Once } from '@/components/Once';
import { Refusal } from '@/components/Refusal';
import { useCreateApiKey } from './api/create-api-key';
import { expiryAfter } from './expiry';

const scopes: readonly Permission[] = ['look', 'edit', 'generate', 'review', 'select', 'export', 'share', 'administer', 'own'];
const days = ['7', '30', '90', '365'];

/** Makes a key and shows it this once. It is offered only what its maker may do. */
export function NewApiKey({ workspaceId, onClose }: { workspaceId: string; onClose(): void }) {
  const { t } = useTranslation();
  const may = useMay();
  const create = useCreateApiKey(workspaceId);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly Permission[]>(['look']);
  const [expiry, setExpiry] = useState('90');
  const errors = create.error ? (asProblem(create.error).errors.name ?? []) : [];
  const toggle = (scope: Permission) =>
    setChosen(chosen.includes(scope) ? chosen.filter((one) => one !== scope) : [...chosen, scope]);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    create.mutate({ name: name.trim(), scopes: [...chosen], expiresAt: expiryAfter(expiry, new Date()) });
  };
  if (create.data) {
    return (
      <Dialog title={create.data.name} onClose={onClose}>
        <div className="dialog-body">
          <Once value={create.data.key} note={t('apiKeys.once')} />
          <div className="dialog-foot">
            <Button look="accent" onClick={onClose}>
              {t('people.done')}
            </Button>
          </div>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('apiKeys.new')} onClose={onClose}>
      <form className="dialog-body" onSubmit={submit}>
        <Field
          label={t('apiKeys.name')}
          hint={t('apiKeys.nameHint')}
          required
          autoFocus
          maxLength={100}
          value={name}
          errors={errors}
          onChange={(event) => setName(event.target.value)}
        />
        <fieldset className="scope-list">
          <legend>{t('apiKeys.scopes')}</legend>
          {scopes
            .filter((scope) => may[scope])
            .map((scope) => (
              <label key={scope} className="check">
                <input type="checkbox" checked={chosen.includes(scope)} onChange={() => toggle(scope)} />
                <span>
                  {t(`scopes.names.${scope}`)}
                  <span className="field-hint"> {t(`scopes.may.${scope}`)}</span>
                </span>
              </label>
            ))}
        </fieldset>
        <Choice
          label={t('people.expiry')}
          value={expiry}
          onChange={setExpiry}
          options={[
            ...days.map((count) => [count, t('people.days', { count: Number(count) })] as const),
            ['', t('people.noExpiry')],
          ]}
        />
        {errors.length === 0 && <Refusal error={create.error} />}
        <div className="dialog-foot">
          <Button look="ghost" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look="accent" type="submit" disabled={create.isPending || name.trim() === '' || chosen.length === 0}>
            {t('apiKeys.make')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
