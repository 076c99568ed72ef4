import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SharedContent, SharedShot } from '@/api/types';
import { StatusMark } from '@/components/StatusMark';
import { sceneTitle } from '@/film/scene-title';
import { revealInStrip } from '@/lib/reveal';
import { firstTake, shotLabel } from './review';

interface Props {
  content: SharedContent;
  shotId: string;
  onShow(shot: SharedShot): void;
}

/** Everything that is shared, scene by scene; a list at a desk, a strip on a phone. */
export function ShotList({ content, shotId, onShow }: Props) {
  const { t } = useTranslation();
  const list = useRef<HTMLElement>(null);
  const now = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const [outer, inner] = [list.current?.getBoundingClientRect(), now.current?.getBoundingClientRect()];
    if (!outer || !inner || !list.current) return;
    revealInStrip(now.current, list.current);
    if (inner.top < outer.top || inner.bottom > outer.bottom) list.current.scrollTop += inner.top - outer.top - outer.height / 2;
  }, [shotId]);
  const row = (shot: SharedShot) => {
    const take = firstTake(shot);
    return (
      <li key={shot.id}>
        <button
          type="button"
          ref={shot.id === shotId ? now : undefined}
          className="review-shot"
          aria-current={shot.id === shotId ? 'true' : undefined}
          disabled={!take}
          onClick={() => onShow(shot)}
        >
          <span className="review-thumb">
            {take?.media?.thumbnailUrl && (
              <img src={`${take.media.thumbnailUrl}?size=320`} alt="" loading="lazy" draggable={false} />
            )}
          </span>
          <span className="review-shot-text">
            <strong>{shotLabel(shot)}</strong>
            <span className="cut small faint">{shot.description ?? (shot.code ? shot.name : '')}</span>
            <span className="small faint">{take ? t('board.takes', { count: shot.takes.length }) : t('status.empty')}</span>
          </span>
          {shot.takes.some((entry) => entry.selected) && <StatusMark mark="selected" size={14} label={t('status.selected')} />}
        </button>
      </li>
    );
  };
  return (
    <nav className="review-shots" aria-label={t('guest.shots')} ref={list}>
      {content.scenes.map((scene) => (
        <section key={scene.id} aria-label={sceneTitle(scene)}>
          <h2 className="cut" title={scene.name}>
            {sceneTitle(scene)}
          </h2>
          <ul>{scene.shots.map(row)}</ul>
        </section>
      ))}
      {content.shots.length > 0 && (
        <section aria-label={t('guest.shots')}>
          <ul>{content.shots.map(row)}</ul>
        </section>
      )}
    </nav>
  );
}
