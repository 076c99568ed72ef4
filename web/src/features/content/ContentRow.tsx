import { useTranslation } from 'react-i18next';
import type { Content } from '@/api/types';
import { StatusMark } from '@/components/StatusMark';
import { formatWhen } from '@/lib/format';
import { isCancelled, isUnderWay, nameOf, sourceOf } from './status';

/** One text of the list. */
export function ContentRow({ content, open, onOpen }: { content: Content; open: boolean; onOpen(): void }) {
  const { t, i18n } = useTranslation();
  return (
    <li>
      <button type="button" className="content-row" aria-current={open || undefined} onClick={onOpen}>
        <span className="content-row-name cut">{nameOf(content)}</span>
        <span className="content-row-facts">
          <ContentStatus content={content} />
          <span className="cut">{sourceOf(content)}</span>
          <time dateTime={content.createdAt}>{formatWhen(content.createdAt, i18n.language)}</time>
        </span>
        {content.tags.length > 0 && (
          <span className="content-tags">
            {content.tags.map((tag) => (
              <span key={tag} className="content-tag">
                {tag}
              </span>
            ))}
          </span>
        )}
        {isUnderWay(content) && (
          <progress className="content-progress" max={100} value={content.progress} aria-label={t('content.progress')} />
        )}
      </button>
    </li>
  );
}

/** Where a text stands, by shape and word. */
export function ContentStatus({ content }: { content: Content }) {
  const { t } = useTranslation();
  if (isUnderWay(content))
    return (
      <span className="status">
        <StatusMark mark={content.status === 'pending' ? 'empty' : 'generating'} />
        {t(`content.status.${content.status}`)}
      </span>
    );
  if (content.status === 'failed')
    return (
      <span className={isCancelled(content) ? 'status' : 'status bad'}>
        <StatusMark mark={isCancelled(content) ? 'rejected' : 'failed'} />
        {t(isCancelled(content) ? 'content.status.cancelled' : 'content.status.failed')}
      </span>
    );
  return (
    <span className="status">
      <StatusMark mark="circled" />
      {content.sourceKind ? t(`content.kinds.${content.sourceKind}`) : t('content.status.completed')}
    </span>
  );
}
