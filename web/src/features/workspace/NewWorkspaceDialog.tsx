import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { enterWorkspace } from '@/state/enter-workspace';
import { useCreateWorkspace } from './api/create-workspace';

export default function NewWorkspaceDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const create = useCreateWorkspace();
  const [name, setName] = useState('');
  const [currency, setCurrency] = useState('USD');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    create.mutate({ name: name.trim(), currency: currency.trim().toUpperCase() }, { onSuccess: ({ id }) => enterWorkspace(id) });
  };
  return (
    <Dialog title={t('workspace.new')} onClose={onClose}>
      <form className="dialog-body" onSubmit={submit}>
        <p className="soft">{t('workspace.newText')}</p>
        <Field
          label={t('workspace.name')}
          autoFocus
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={t('workspace.currency')}
          hint={t('workspace.currencyHint')}
          required
          minLength={3}
          maxLength={3}
          value={currency}
          onChange={(event) => setCurrency(event.target.value)}
        />
        <Refusal error={create.error} />
        <div className="dialog-foot">
          <Button look="ghost" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look="accent" type="submit" disabled={create.isPending || name.trim() === ''}>
            {t('films.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
