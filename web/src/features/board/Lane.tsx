import { Plus } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scene, Shot } from '@/api/types';
import { Button } from '@/components/Button';
import type { Rate } from '@/film/rate';
import { framesOf } from '@/film/structure';
import { lengthLabel } from '@/film/timecode';
import { AddShot } from './AddShot';
import { ShotCard } from './ShotCard';
import type { CardActions } from './use-board-actions';

interface Props {
  filmId: string;
  number: string | null;
  scene: Scene | null;
  shots: readonly Shot[];
  rate: Rate;
  /** Shown from the start; others wait until they are scrolled near. */
  near: boolean;
  marked: ReadonlySet<string>;
  actions: CardActions;
  adding: boolean;
  onAdding(open: boolean): void;
}

/** One scene. Lanes far from the view keep their place but not their cards: a feature has two hundred of them. */
export const Lane = memo(function Lane({ filmId, number, scene, shots, rate, near, marked, actions, adding, onAdding }: Props) {
  const { t } = useTranslation();
  const section = useRef<HTMLElement>(null);
  const shown = useNear(section, near);
  const title = scene?.title ?? t('board.noScene');
  return (
    <section className="lane" ref={section} aria-label={title}>
      <header>
        <span className="lane-number">{number}</span>
        <h2 className="cut">{title}</h2>
        <span className="small faint lane-counts">
          {t('board.shots', { count: shots.length })}
          {shots.length > 0 && ` · ${lengthLabel(framesOf(shots), rate)}`}
        </span>
        <span className="grow" />
        <Button look="ghost" compact onClick={() => onAdding(true)}>
          <Plus size={16} aria-hidden />
          {t('board.addShot')}
        </Button>
      </header>
      {shown || adding ? (
        <ul className="cards">
          {shots.map((shot) => (
            <ShotCard key={shot.id} filmId={filmId} shot={shot} rate={rate} marked={marked.has(shot.id)} actions={actions} />
          ))}
          {adding && (
            <li className="add-shot-cell">
              <AddShot filmId={filmId} sceneId={scene?.id ?? null} onDone={() => onAdding(false)} />
            </li>
          )}
        </ul>
      ) : (
        <div
          className="lane-far"
          data-rows={Math.max(1, Math.ceil(shots.length / 5))}
          style={{ height: Math.max(1, Math.ceil(shots.length / 5)) * 220 }}
        />
      )}
    </section>
  );
});

function useNear(element: React.RefObject<HTMLElement | null>, initially: boolean): boolean {
  const [near, setNear] = useState(initially);
  useEffect(() => {
    if (near || !element.current) return;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setNear(true), {
      rootMargin: '900px',
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [near, element]);
  return near;
}
