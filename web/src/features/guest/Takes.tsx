import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SharedShot, SharedTake } from '@/api/types';
import { StatusMark } from '@/components/StatusMark';
import { revealInStrip } from '@/lib/reveal';
import { isClip } from './review';

/** The takes of the shot, side by side. */
export function Takes({ shot, takeId, onShow }: { shot: SharedShot; takeId: string; onShow(take: SharedTake): void }) {
  const { t } = useTranslation();
  const now = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    revealInStrip(now.current?.parentElement);
  }, [takeId]);
  return (
    <ul className="review-takes" aria-label={t('shot.takes')}>
      {shot.takes.map((take, index) => {
        const mark = take.selected ? 'selected' : take.circled ? 'circled' : null;
        return (
          <li key={take.id}>
            <button
              type="button"
              ref={take.id === takeId ? now : undefined}
              className="review-take"
              aria-current={take.id === takeId ? 'true' : undefined}
              onClick={() => onShow(take)}
            >
              <span className="review-thumb">
                {take.media?.thumbnailUrl ? (
                  <img src={`${take.media.thumbnailUrl}?size=320`} alt="" loading="lazy" draggable={false} />
                ) : (
                  isClip(take) && <span className="review-clip">▶</span>
                )}
                {mark && (
                  <span className="review-mark">
                    <StatusMark mark={mark} size={14} />
                  </span>
                )}
              </span>
              <span className="small">
                {t('shot.take', { number: take.number ?? index + 1 })}
                {mark && <span className="visually-hidden">{t(`status.${mark}`)}</span>}
                {take.notes.length > 0 && <span className="faint"> · {t('notes.count', { count: take.notes.length })}</span>}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
