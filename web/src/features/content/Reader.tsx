import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Clapperboard, ExternalLink, RotateCw, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMay } from '@/api/requests/may';
import type { Content } from '@/api/types';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { Waiting } from '@/components/Waiting';
import { did } from '@/state/undo';
import { useCancelContent } from './api/cancel-content';
import { oneContentQuery } from './api/get-content';
import { useMakeFilm } from './api/make-film';
import { useRemoveContent } from './api/remove-content';
import { useRetryContent } from './api/retry-content';
import { ContentStatus } from './ContentRow';
import { isUnderWay, nameOf } from './status';
import { Tags } from './Tags';
import { Words } from './Words';

/** One text: how it is coming along, then its words and what can be made of it. */
export function Reader({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useTranslation();
  const content = useQuery(oneContentQuery(id));
  if (content.error) return <Refusal error={content.error} onRetry={() => void content.refetch()} />;
  if (!content.data) return <Waiting />;
  return (
    <article className="content-reader" aria-label={nameOf(content.data)}>
      <div>
        <Button look="ghost" compact className="content-back" onClick={onClose}>
          <ArrowLeft size={16} aria-hidden />
          {t('content.back')}
        </Button>
      </div>
      <Head content={content.data} onClose={onClose} />
      {content.data.status === 'completed' && <Words id={id} />}
    </article>
  );
}

function Head({ content, onClose }: { content: Content; onClose(): void }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const retry = useRetryContent();
  const cancel = useCancelContent();
  const makeFilm = useMakeFilm();
  const { remove, restore } = useRemoveContent();
  const count = (value: number) => new Intl.NumberFormat(i18n.language).format(value);
  const done = content.status === 'completed';

  const removeIt = () =>
    remove.mutate(content.id, {
      onSuccess: () => {
        const asset = content.assetId;
        if (asset && !content.duplicateOf)
          did(t('content.removed', { title: nameOf(content) }), () => restore.mutateAsync(asset));
        onClose();
      },
    });

  return (
    <header className="content-head">
      <h2>{nameOf(content)}</h2>
      <p className="content-facts">
        <ContentStatus content={content} />
        {content.language && <span>{languageName(content.language, i18n.language)}</span>}
        {content.wordCount !== null && (
          <span>{t('content.words', { count: content.wordCount, shown: count(content.wordCount) })}</span>
        )}
        {content.duplicateOf && <span>{t('content.duplicate')}</span>}
      </p>
      {content.sourceUrl && (
        <a className="content-source" href={content.sourceUrl} target="_blank" rel="noreferrer noopener">
          <span className="cut">{content.sourceUrl}</span>
          <ExternalLink size={14} aria-hidden />
          <span className="visually-hidden">{t('content.newTab')}</span>
        </a>
      )}
      {isUnderWay(content) && (
        <p className="row" role="status">
          <progress className="content-progress" max={100} value={content.progress} aria-label={t('content.progress')} />
          <span className="faint small">{content.progress} %</span>
        </p>
      )}
      {content.failure && (
        <div className="refusal" role="alert">
          <div className="grow">
            <p>{t(`content.causes.${content.failure.cause}`)}</p>
            <p className="faint small">{content.failure.message}</p>
          </div>
        </div>
      )}
      {done && content.assetId && may.edit && <Tags assetId={content.assetId} tags={content.tags} />}
      {may.edit && (
        <div className="row content-acts">
          {done && (
            <Button
              look="accent"
              disabled={makeFilm.isPending}
              onClick={() => makeFilm.mutate(content.id, { onSuccess: ({ film }) => void navigate(`/f/${film.id}`) })}
            >
              <Clapperboard size={16} aria-hidden />
              {t(makeFilm.isPending ? 'content.makingFilm' : 'content.makeFilm')}
            </Button>
          )}
          {content.status === 'failed' && (
            <Button disabled={retry.isPending} onClick={() => retry.mutate(content.id)}>
              <RotateCw size={16} aria-hidden />
              {t('common.tryAgain')}
            </Button>
          )}
          {isUnderWay(content) && (
            <Button look="line" disabled={cancel.isPending} onClick={() => cancel.mutate(content.id)}>
              <X size={16} aria-hidden />
              {t('common.cancel')}
            </Button>
          )}
          <Button look="ghost" disabled={remove.isPending} onClick={removeIt}>
            <Trash2 size={16} aria-hidden />
            {t('content.remove')}
          </Button>
        </div>
      )}
      <Refusal error={makeFilm.error ?? retry.error ?? cancel.error ?? remove.error} />
    </header>
  );
}

/** The language's name in the reader's own; a tag that no one knows is shown as it is. */
function languageName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
