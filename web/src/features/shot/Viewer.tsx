import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Shot, Take } from '@/api/types';
import { ShotPicture } from '@/components/ShotPicture';
import { Slate } from '@/components/Slate';
import type { Rate } from '@/film/rate';
import { shotCode, shotTitle, type PlacedShot } from '@/film/structure';
import type { Player } from '@/player/player';
import { TakeView } from '@/player/TakeView';
import { useFrame, useSpeed } from '@/player/use-player';

interface Props {
  stage: RefObject<HTMLDivElement | null>;
  filmId: string;
  shot: Shot;
  take: Take | undefined;
  player: Player;
  rate: Rate;
  before: PlacedShot | undefined;
  after: PlacedShot | undefined;
}

/** The picture in the middle, the neighbouring shots as ghosts at its sides. */
export function Viewer({ stage, filmId, shot, take, player, rate, before, after }: Props) {
  const { t } = useTranslation();
  return (
    <div className="stage" ref={stage}>
      {before && (
        <Ghost filmId={filmId} placed={before} side="left" label={t('shot.previous', { code: shotCode(before.shot) })} />
      )}
      {after && <Ghost filmId={filmId} placed={after} side="right" label={t('shot.next', { code: shotCode(after.shot) })} />}
      <div className="frame">
        {take?.media ? (
          <Live
            take={take}
            player={player}
            rate={rate}
            alt={t('shot.takeAlt', { number: take.number, code: shotCode(shot), title: shotTitle(shot) })}
          />
        ) : (
          <Slate
            code={shotCode(shot)}
            line={shot.details.description}
            note={t(shot.pendingCount > 0 ? 'status.generating' : 'status.empty')}
          />
        )}
      </div>
    </div>
  );
}

function Live({ take, player, rate, alt }: { take: Take; player: Player; rate: Rate; alt: string }) {
  const frame = useFrame(player);
  const speed = useSpeed(player);
  return <TakeView take={take} alt={alt} frame={frame} rate={rate} speed={speed} />;
}

function Ghost({ filmId, placed, side, label }: { filmId: string; placed: PlacedShot; side: 'left' | 'right'; label: string }) {
  const code = shotCode(placed.shot);
  const short = code.replace(/^[^\d]+/, '') || code;
  return (
    <Link className={`ghost-shot ${side}`} to={`/f/${filmId}/shots/${encodeURIComponent(code)}`} title={label}>
      <ShotPicture shot={placed.shot} />
      <span>{side === 'left' ? `[ ${short}` : `${short} ]`}</span>
    </Link>
  );
}
