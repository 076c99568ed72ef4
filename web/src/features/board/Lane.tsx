import { useDraggable } from '@dnd-kit/core';
import { Ellipsis, GripVertical, Plus } from 'lucide-react';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scene, Shot } from '@/api/types';
import { Button } from '@/components/Button';
import { Menu, MenuItem } from '@/components/Menu';
import type { Rate } from '@/film/rate';
import { framesOf } from '@/film/structure';
import { lengthLabel } from '@/film/timecode';
import { cx } from '@/lib/cx';
import { AddShot } from './AddShot';
import { cardsHeight, useCardSize } from './card-size';
import { Cards } from './Cards';
import { useDrag } from './drag';
import type { CardActions } from './use-board-actions';
import { useNear } from './use-near';

interface Props {
  filmId: string;
  scene: Scene | null;
  shots: readonly Shot[];
  rate: Rate;
  /** Shown from the start; others wait until they are scrolled near. */
  near: boolean;
  marked: ReadonlySet<string>;
  actions: CardActions;
  adding: boolean;
  onAdding(open: boolean): void;
  /** Absent when the caller may not share. */
  onShare?(sceneId: string): void;
}

/** Rows of cards that come and go together. */
const rowsAtOnce = 6;

/** One scene, or the shots that belong to none. Far from the view it is its heading and its height. */
export const Lane = memo(function Lane({ filmId, scene, shots, rate, near, marked, actions, adding, onAdding, onShare }: Props) {
  const { t } = useTranslation();
  const section = useRef<HTMLElement>(null);
  const drawn = useNear(section, near) || adding;
  const size = useCardSize();
  const perList = size.columns * rowsAtOnce;
  const lists = Math.max(1, Math.ceil(shots.length / perList));
  const lifted = useDrag((state) => scene !== null && state.carried?.id === scene.id);
  const title = scene?.title ?? t('board.noScene');
  return (
    <section className={cx('lane', lifted && 'lifted')} aria-label={title} ref={section} data-lane={scene?.id ?? filmId}>
      <header>
        {scene && drawn && actions.may.edit ? (
          <Grip scene={scene} title={title} />
        ) : (
          <span className="lane-number">{scene?.sceneNumber}</span>
        )}
        <h2 className="cut" title={title}>
          {title}
        </h2>
        {drawn && (
          <>
            <span className="small faint lane-counts">
              {t('board.shots', { count: shots.length })}
              {shots.length > 0 && ` · ${lengthLabel(framesOf(shots), rate)}`}
            </span>
            <span className="grow" />
            {scene && actions.may.edit && (
              <Menu
                trigger={
                  <Button look="ghost" compact square aria-label={t('board.moreScene', { scene: title })} className="lane-more">
                    <Ellipsis size={16} aria-hidden />
                  </Button>
                }
              >
                <MenuItem onSelect={() => actions.stepScene(scene, -1)}>{t('board.sceneUp')}</MenuItem>
                <MenuItem onSelect={() => actions.stepScene(scene, 1)}>{t('board.sceneDown')}</MenuItem>
                {onShare && <MenuItem onSelect={() => onShare(scene.id)}>{t('share.shareScene')}</MenuItem>}
              </Menu>
            )}
            {actions.may.edit && (
              <Button look="ghost" compact className="lane-add" onClick={() => onAdding(true)}>
                <Plus size={16} aria-hidden />
                {t('board.addShot')}
              </Button>
            )}
          </>
        )}
      </header>
      {!drawn && <div style={{ height: cardsHeight(size, shots.length) }} />}
      {drawn &&
        Array.from({ length: lists }, (_, list) => (
          <Cards
            key={list}
            filmId={filmId}
            shots={shots.slice(list * perList, (list + 1) * perList)}
            rate={rate}
            near={near && list === 0}
            marked={marked}
            actions={actions}
          >
            {adding && list === lists - 1 && (
              <li className="add-shot-cell">
                <AddShot filmId={filmId} sceneId={scene?.id ?? null} onDone={() => onAdding(false)} />
              </li>
            )}
          </Cards>
        ))}
    </section>
  );
});

/** The scene's number; the mouse takes the lane by it. */
function Grip({ scene, title }: { scene: Scene; title: string }) {
  const { t } = useTranslation();
  const { setNodeRef, listeners } = useDraggable({ id: scene.id });
  return (
    <span className="lane-number lane-grip" ref={setNodeRef} {...listeners} title={t('board.dragScene', { scene: title })}>
      <GripVertical size={14} aria-hidden />
      {scene.sceneNumber}
    </span>
  );
}
