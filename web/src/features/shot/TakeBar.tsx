import { useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/requests/may';
import type { Shot, Take } from '@/api/types';
import { Button } from '@/components/Button';
import { Keycaps } from '@/components/Keycaps';
import { StatusMark } from '@/components/StatusMark';
import type { Rate } from '@/film/rate';
import { asPick, isRejected, shotFrames } from '@/film/structure';
import { timecode } from '@/film/timecode';
import type { Player } from '@/player/player';
import { Scrubber } from '@/player/Scrubber';
import { FullScreenButton, LoopButton, toggleFullScreen, Transport } from '@/player/Transport';
import { useFrame } from '@/player/use-player';
import { NotePins } from './NotePins';
import { Rating } from './Rating';
import type { TakeActions } from './use-take-actions';

interface Props {
  take: Take | undefined;
  shot: Shot;
  player: Player;
  rate: Rate;
  actions: TakeActions;
  note: RefObject<HTMLTextAreaElement | null>;
  stage: RefObject<HTMLDivElement | null>;
  onCompare(): void;
}

/** Under the picture: the playhead, the transport, and what one can say about the take on view. */
export function TakeBar({ take, shot, player, rate, actions, note, stage, onCompare }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const frames = shotFrames(shot);
  const selected = take !== undefined && shot.selectedTake?.id === take.id;
  return (
    <div className="take-bar">
      {take && <NotePins take={take} player={player} frames={frames} />}
      <Scrubber player={player} frames={frames} rate={rate} />
      <div className="transport-row">
        <Position player={player} rate={rate} frames={frames} />
        <span className="grow" />
        <Transport player={player} />
        <span className="grow" />
        <Button look="ghost" compact onClick={onCompare} disabled={!take}>
          {t('shot.compare')}
          <Keycaps action="shot.compareMode" />
        </Button>
        <LoopButton player={player} />
        <FullScreenButton onClick={() => toggleFullScreen(stage.current)} />
      </div>
      {take && (
        <div className="verdict-row">
          {(may.select || selected) && (
            <Button
              look={selected ? 'line' : 'accent'}
              className="verdict-select"
              onClick={() => actions.select(asPick(take))}
              disabled={selected}
            >
              <StatusMark mark="selected" />
              {selected ? t('shot.inTheCut', { number: take.number }) : t('shot.selectTake', { number: take.number })}
              {!selected && <Keycaps action="shot.selectTake" />}
            </Button>
          )}
          {may.review ? (
            <>
              <Button look="line" aria-pressed={take.circled} onClick={() => actions.circle(take)}>
                <StatusMark mark="circled" />
                {t(take.circled ? 'status.circled' : 'shot.circle')}
                <Keycaps action="shot.circle" />
              </Button>
              <Button look="line" aria-pressed={isRejected(take)} onClick={() => actions.reject(take)}>
                <StatusMark mark="rejected" />
                {t(isRejected(take) ? 'shot.restore' : 'shot.reject')}
                <Keycaps action="shot.reject" />
              </Button>
              <Rating value={take.rating} onRate={(rating) => actions.rate(take, rating)} />
              <Note key={take.id} take={take} field={note} onWrite={(text) => actions.write(take, text)} />
            </>
          ) : (
            <TakeFacts take={take} />
          )}
        </div>
      )}
    </div>
  );
}

/** What others said about the take, for those who only look. */
function TakeFacts({ take }: { take: Take }) {
  const { t } = useTranslation();
  return (
    <>
      {take.circled && (
        <span className="status">
          <StatusMark mark="circled" />
          {t('status.circled')}
        </span>
      )}
      {isRejected(take) && (
        <span className="status">
          <StatusMark mark="rejected" />
          {t('status.rejected')}
        </span>
      )}
      {take.rating ? <span className="small soft">{t('shot.stars', { count: take.rating })}</span> : null}
      {take.details.directorNotes && <p className="small soft">{take.details.directorNotes}</p>}
    </>
  );
}

function Position({ player, rate, frames }: { player: Player; rate: Rate; frames: number }) {
  const { t } = useTranslation();
  const frame = useFrame(player);
  return (
    <>
      <span className="timecode">{timecode(frame, rate)}</span>
      <span className="small faint position-frame">{t('player.frameOf', { frame: frame + 1, frames })}</span>
    </>
  );
}

/** Written when left, so that typing makes no traffic; Escape leaves it as it was. */
function Note({
  take,
  field,
  onWrite,
}: {
  take: Take;
  field: RefObject<HTMLTextAreaElement | null>;
  onWrite(text: string): void;
}) {
  const { t } = useTranslation();
  const stored = take.details.directorNotes ?? '';
  /** What is being typed; null while nobody types, and then the stored note is shown. */
  const [typed, setTyped] = useState<string | null>(null);
  const cancelled = useRef(false);
  return (
    <textarea
      ref={field}
      className="input note"
      rows={1}
      maxLength={10_000}
      aria-label={t('shot.noteLabel', { number: take.number })}
      placeholder={t('shot.notePlaceholder', { number: take.number })}
      value={typed ?? stored}
      onFocus={() => {
        cancelled.current = false;
        setTyped(stored);
      }}
      onBlur={() => {
        if (!cancelled.current && typed !== null && typed !== stored) onWrite(typed);
        setTyped(null);
      }}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        cancelled.current = event.key === 'Escape';
        if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing)) {
          event.preventDefault();
          event.currentTarget.blur();
        }
      }}
    />
  );
}
