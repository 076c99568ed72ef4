import { Check, Ellipsis } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Shot } from '@/api/types';
import { Button } from '@/components/Button';
import { Keycaps } from '@/components/Keycaps';
import { Menu, MenuItem, MenuLine } from '@/components/Menu';
import { ShotPicture } from '@/components/ShotPicture';
import { StatusMark } from '@/components/StatusMark';
import type { Rate } from '@/film/rate';
import { shotCode, shotFrames, shotStatus, shotTitle } from '@/film/structure';
import { lengthLabel } from '@/film/timecode';
import { cx } from '@/lib/cx';
import type { CardActions } from './use-board-actions';

interface Props {
  filmId: string;
  shot: Shot;
  rate: Rate;
  marked: boolean;
  actions: CardActions;
}

export const ShotCard = memo(function ShotCard({ filmId, shot, rate, marked, actions }: Props) {
  const { t } = useTranslation();
  const code = shotCode(shot);
  const status = shotStatus(shot);
  const pictured = shot.takeCount > 0;
  const line = shot.details.description ?? shotTitle(shot);
  const page = `/f/${filmId}/shots/${encodeURIComponent(code)}`;
  return (
    <li className={cx('card', !pictured && 'dash', marked && 'marked')} data-shot={shot.id}>
      <Link to={page} className="card-link">
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
          <div className="small soft cut">{shotTitle(shot)}</div>
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
      {status === 'empty' && (
        <Button compact className="dash-generate" onClick={() => actions.generate(shot)}>
          {t('board.generate')}
        </Button>
      )}
      <div className="card-acts">
        <button
          type="button"
          aria-pressed={marked}
          aria-label={t('board.mark', { code })}
          onClick={(event) => actions.mark(shot, event.shiftKey)}
        >
          <Check size={16} aria-hidden />
        </button>
        <Menu
          trigger={
            <button type="button" aria-label={t('board.more', { code })}>
              <Ellipsis size={16} aria-hidden />
            </button>
          }
        >
          <MenuItem onSelect={() => actions.generate(shot)}>{t('board.generateFour')}</MenuItem>
          <MenuItem onSelect={() => actions.move(shot)}>
            {t('board.moveTo')}
            <Keycaps action="board.moveTo" />
          </MenuItem>
          <MenuLine />
          <MenuItem onSelect={() => actions.remove(shot)}>{t('board.remove')}</MenuItem>
        </Menu>
      </div>
    </li>
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
