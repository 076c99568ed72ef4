import { ArrowLeft, Ellipsis, Share2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '@/api/requests/may';
import type { Shot, Take } from '@/api/types';
import { Button } from '@/components/Button';
import { Menu, MenuItem } from '@/components/Menu';
import { StatusMark } from '@/components/StatusMark';
import type { Rate } from '@/film/rate';
import { shotCode, shotFrames, shotStatus, shotTitle } from '@/film/structure';
import { lengthLabel } from '@/film/timecode';
import { formatWhen } from '@/lib/format';
import { SharePanel } from '@/sharing/SharePanel';
import { shotChoices } from './share-choices';
import type { TakeActions } from './use-take-actions';

interface Props {
  filmId: string;
  shot: Shot;
  takes: readonly Take[];
  /** The take on view. */
  take: Take | undefined;
  rate: Rate;
  actions: TakeActions;
  index: number;
  total: number;
}

export function ShotHeader({ filmId, shot, takes, take, rate, actions, index, total }: Props) {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const [explaining, setExplaining] = useState(false);
  const [sharing, setSharing] = useState<string | null>(null);
  const choices = shotChoices(shot, takes, take, t);
  const frames = shotFrames(shot);
  const selected = shot.selectedTake;
  const status = shotStatus(shot);
  return (
    <div className="shot-head">
      <Link className="button ghost square phone-only" to={`/f/${filmId}`} aria-label={t('shot.toBoard')}>
        <ArrowLeft size={18} aria-hidden />
      </Link>
      <h1 className="cut">{shotTitle(shot)}</h1>
      <span className="small faint shot-facts">
        {[shot.details.shotSize, lengthLabel(frames, rate), t('player.frames', { count: frames })].filter(Boolean).join(' · ')}
      </span>
      <span className="small faint phone-only">{t('shot.place', { number: index + 1, total })}</span>
      <span className="grow" />
      {explaining && selected ? (
        <form
          className="reason"
          onSubmit={(event) => {
            event.preventDefault();
            const reason = new FormData(event.currentTarget).get('reason');
            if (typeof reason === 'string' && reason.trim() !== '') actions.select(selected, reason.trim());
            setExplaining(false);
          }}
        >
          <input
            className="input"
            name="reason"
            maxLength={500}
            autoFocus
            aria-label={t('shot.reason')}
            placeholder={t('shot.reasonPlaceholder')}
            onKeyDown={(event) => event.key === 'Escape' && setExplaining(false)}
          />
        </form>
      ) : (
        <span className={status === 'pick' ? 'status pick' : 'status'}>
          <StatusMark mark={status} size={14} />
          {selected
            ? shot.selection
              ? t('shot.selectedBy', {
                  number: selected.number,
                  name: shot.selection.byName.split(' ')[0],
                  when: formatWhen(shot.selection.at, i18n.language),
                })
              : t('shot.selected', { number: selected.number })
            : t(`status.${status}`)}
        </span>
      )}
      {may.share && (
        <Button look="ghost" compact onClick={() => setSharing('shot')}>
          <Share2 size={16} aria-hidden />
          {t('share.button')}
        </Button>
      )}
      {may.select && (
        <Menu
          trigger={
            <Button look="ghost" compact square aria-label={t('board.more', { code: shotCode(shot) })}>
              <Ellipsis size={16} aria-hidden />
            </Button>
          }
        >
          <MenuItem disabled={!selected} onSelect={() => setExplaining(true)}>
            {t('shot.sayWhy')}
          </MenuItem>
          <MenuItem disabled={!selected} onSelect={actions.clear}>
            {t('shot.clear')}
          </MenuItem>
        </Menu>
      )}
      <SharePanel filmId={filmId} choices={choices} open={sharing} onClose={() => setSharing(null)} />
    </div>
  );
}
