import { useDraggable } from '@dnd-kit/core';
import { Check, Ellipsis } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Shot } from '@/api/types';
import { Button } from '@/components/Button';
import { ShotPicture } from '@/components/ShotPicture';
import { StatusMark } from '@/components/StatusMark';
import type { Rate } from '@/film/rate';
import { shotCode, shotFrames, shotStatus, shotTitle } from '@/film/structure';
import { lengthLabel } from '@/film/timecode';
import { cx } from '@/lib/cx';
import { openCardMenu } from './card-menu';
import { useDrag } from './drag';
import type { CardActions } from './use-board-actions';

interface Props {
  filmId: string;
  shot: Shot;
  rate: Rate;
  marked: boolean;
  actions: CardActions;
}

/** A shot on the board: the whole card can be carried. */
export const ShotCard = memo(function ShotCard(props: Props) {
  const { shot, marked, actions } = props;
  const { setNodeRef, listeners } = useDraggable({ id: shot.id, disabled: !actions.may.edit });
  const lifted = useDrag((state) => state.carried?.ids.has(shot.id) ?? false);
  return (
    <li
      ref={setNodeRef}
      className={cx('card', shot.takeCount === 0 && 'dash', marked && 'marked', lifted && 'lifted')}
      data-shot={shot.id}
      {...listeners}
    >
      <Face {...props} />
    </li>
  );
});

/** What is on the card: apart from it, so that picking another one up does not render this one. */
const Face = memo(function Face({ filmId, shot, rate, marked, actions }: Props) {
  const { t } = useTranslation();
  const code = shotCode(shot);
  const status = shotStatus(shot);
  const pictured = shot.takeCount > 0;
  const line = shot.details.description ?? shotTitle(shot);
  const page = `/f/${filmId}/shots/${encodeURIComponent(code)}`;
  return (
    <>
      <Link to={page} className="card-link" draggable={false}>
        <div className="pic">
          {pictured ? <ShotPicture shot={shot} /> : <span className="dash-line">{line}</span>}
          {shot.pendingCount > 0 && (
            <span className="making">
              <StatusMark mark="generating" size={14} />
              {t('board.making', { count: shot.pendingCount })}
            </span>
          )}
        </div>
        <div className="card-body">
          <div className="row">
            <strong>{code}</strong>
            <span className="faint small">{shot.details.shotSize}</span>
            <span className="grow" />
            <span className="faint small">{lengthLabel(shotFrames(shot), rate)}</span>
          </div>
          <div className="small soft cut" title={shotTitle(shot)}>
            {shotTitle(shot)}
          </div>
          <div className="row card-status">
            <Status shot={shot} />
            <span className="grow" />
            {shot.takeCount > 0 && (
              <span className="small faint card-takes">
                {shot.selectedTake ? `T${shot.selectedTake.number} · ` : ''}
                {t('board.takes', { count: shot.takeCount })}
              </span>
            )}
          </div>
        </div>
      </Link>
      {status === 'empty' && actions.may.generate && (
        <Button compact className="dash-generate" onClick={() => actions.generate(shot)}>
          {t('board.generate')}
        </Button>
      )}
      {(actions.may.edit || actions.may.generate) && (
        <div className="card-acts">
          <button
            type="button"
            aria-pressed={marked}
            aria-label={t('board.mark', { code })}
            onClick={(event) => actions.mark(shot, event.shiftKey)}
          >
            <Check size={16} aria-hidden />
          </button>
          <button
            type="button"
            aria-haspopup="menu"
            aria-label={t('board.more', { code })}
            onClick={(event) => openCardMenu(shot, event.currentTarget)}
          >
            <Ellipsis size={16} aria-hidden />
          </button>
        </div>
      )}
    </>
  );
});

function Status({ shot }: { shot: Shot }) {
  const { t } = useTranslation();
  const status = shotStatus(shot);
  return (
    <span className={cx('status', status === 'pick' && 'pick')}>
      <StatusMark mark={status} size={14} />
      <span className="cut">
        {t(`status.${status}`)}
        {shot.selection && ` · ${shot.selection.byName.split(' ')[0]}`}
      </span>
    </span>
  );
}
