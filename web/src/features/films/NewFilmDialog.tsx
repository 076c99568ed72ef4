import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { aspectRatios, frameRates } from '@/film/formats';
import { useCreateFilm } from './api/create-film';

export function NewFilmDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateFilm();
  const [title, setTitle] = useState('');
  const [frameRate, setFrameRate] = useState('24');
  const [aspectRatio, setAspectRatio] = useState('16:9');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    create.mutate({ title: title.trim(), frameRate, aspectRatio }, { onSuccess: (film) => void navigate(`/f/${film.id}`) });
  };
  return (
    <Dialog title={t('films.new')} onClose={onClose}>
      <form className="dialog-body" onSubmit={submit}>
        <Field
          label={t('films.title')}
          autoFocus
          required
          maxLength={300}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <div className="two-columns">
          <Choice label={t('films.rate')} value={frameRate} onChange={setFrameRate} options={frameRates} />
          <Choice label={t('films.ratio')} value={aspectRatio} onChange={setAspectRatio} options={aspectRatios} />
        </div>
        <Refusal error={create.error} />
        <div className="dialog-foot">
          <Button look="ghost" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look="accent" type="submit" disabled={create.isPending || title.trim() === ''}>
            {t('films.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
