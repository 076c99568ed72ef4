import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { useCreateCastMember } from './api/create-asset';

interface Props {
  filmId: string;
  /** character_ref, location, prop or style. */
  type: string;
  onClose(): void;
}

/** Asks for a name, makes it, casts it, and goes to its page. */
export function NewCastMember({ filmId, type, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateCastMember(filmId);
  const [name, setName] = useState('');
  return (
    <Dialog title={t(`library.newOf.${type}`)} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          create.mutate({ type, name: name.trim() }, { onSuccess: (asset) => void navigate(`/f/${filmId}/a/${asset.id}`) });
        }}
      >
        <Field
          label={t('library.name')}
          autoFocus
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
          hint={t('library.newHint')}
        />
        <Refusal error={create.error} />
        <div className="dialog-foot">
          <Button look="ghost" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" look="accent" disabled={create.isPending || name.trim() === ''}>
            {t('library.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
