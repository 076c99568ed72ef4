import { useQuery } from '@tanstack/react-query';
import { PenLine } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PromptPart, Shot } from '@/api/types';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { shotPromptQuery } from './api/get-shot-prompt';
import { promptLimit } from './recipe';

interface Props {
  filmId: string;
  shot: Shot;
  feedback: string;
  /** The director's own words; null: what is composed. */
  prompt: string | null;
  onPrompt(prompt: string | null): void;
}

/** What is asked for: composed part by part from what the shot is made with, or in the director's own words. */
export function PromptField({ filmId, shot, feedback, prompt, onPrompt }: Props) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const composed = useQuery({ ...shotPromptQuery(shot.id, feedback), enabled: prompt === null });
  if (prompt !== null) {
    return (
      <div className="field">
        <label className="field-label" htmlFor={id}>
          <span>{t('recipe.prompt')}</span>
          <span>
            {prompt.length} / {new Intl.NumberFormat(i18n.language).format(promptLimit)}
          </span>
        </label>
        <textarea
          id={id}
          className="input"
          rows={6}
          maxLength={promptLimit}
          value={prompt}
          onChange={(event) => onPrompt(event.target.value)}
        />
        <div>
          <Button look="ghost" compact onClick={() => onPrompt(null)}>
            {t('making.composeAgain')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <section className="field" aria-label={t('making.composed')}>
      <div className="field-label">
        <span>{t('making.composed')}</span>
      </div>
      <Refusal error={composed.error} onRetry={() => void composed.refetch()} />
      <dl className="prompt-parts" aria-busy={composed.isPending}>
        {composed.data?.parts.map((part, index) => (
          <Part key={`${part.role}-${index}`} filmId={filmId} part={part} />
        ))}
      </dl>
      <div>
        <Button
          look="ghost"
          compact
          disabled={!composed.data}
          onClick={() => onPrompt((composed.data?.prompt ?? '').slice(0, promptLimit))}
        >
          <PenLine size={14} aria-hidden />
          {t('making.writeOwn')}
        </Button>
      </div>
    </section>
  );
}

function Part({ filmId, part }: { filmId: string; part: PromptPart }) {
  const { t } = useTranslation();
  const role = t(`making.parts.${part.role}`, { defaultValue: part.role });
  return (
    <>
      <dt>{part.assetId ? <Link to={`/f/${filmId}/a/${part.assetId}`}>{role}</Link> : role}</dt>
      <dd>{part.text}</dd>
    </>
  );
}
