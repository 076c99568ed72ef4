import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { useCreateFilm } from './api/create-film';

const rates = ['24', '24000/1001', '25', '30000/1001', '30', '60000/1001'];
const ratios = ['1.78', '1.85', '2.39', '1.33'];
const rateNames: Record<string, string> = { '24000/1001': '23.976', '30000/1001': '29.97', '60000/1001': '59.94' };
const ratioNames: Record<string, string> = { '1.78': '16:9', '1.85': '1.85:1', '2.39': '2.39:1', '1.33': '4:3' };

export function NewFilmDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateFilm();
  const [title, setTitle] = useState('');
  const [frameRate, setFrameRate] = useState('24');
  const [aspectRatio, setAspectRatio] = useState('1.78');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    create.mutate(
      { title: title.trim(), frameRate, aspectRatio: ratioNames[aspectRatio] },
      { onSuccess: (film) => void navigate(`/f/${film.id}`) },
    );
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
          <Choice
            label={t('films.rate')}
            value={frameRate}
            onChange={setFrameRate}
            options={rates.map((rate) => [rate, `${rateNames[rate] ?? rate} fps`])}
          />
          <Choice
            label={t('films.ratio')}
            value={aspectRatio}
            onChange={setAspectRatio}
            options={ratios.map((ratio) => [ratio, ratioNames[ratio]!])}
          />
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

function Choice({
  label,
  value,
  onChange,
  options,
}: {
  label: string;
  value: string;
  onChange(value: string): void;
  options: [string, string][];
}) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
