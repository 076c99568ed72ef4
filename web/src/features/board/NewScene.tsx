import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { useCreateScene } from './api/create-scene';

export function NewScene({ filmId }: { filmId: string }) {
  const { t } = useTranslation();
  const create = useCreateScene(filmId);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  return (
    <>
      <Button look="line" onClick={() => setOpen(true)}>
        {t('board.newScene')}
      </Button>
      {open && (
        <Dialog title={t('board.newScene')} onClose={() => setOpen(false)}>
          <form
            className="dialog-body"
            onSubmit={(event) => {
              event.preventDefault();
              create.mutate(name.trim(), {
                onSuccess: () => {
                  setOpen(false);
                  setName('');
                },
              });
            }}
          >
            <Field
              label={t('board.sceneHeading')}
              placeholder={t('board.scenePlaceholder')}
              autoFocus
              required
              maxLength={300}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <Refusal error={create.error} />
            <div className="dialog-foot">
              <Button look="accent" type="submit" disabled={create.isPending || name.trim() === ''}>
                {t('board.addScene')}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
