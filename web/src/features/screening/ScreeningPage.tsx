import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useFilm } from '@/api/requests/get-film-structure';
import { meQuery } from '@/api/requests/get-me';
import { useMay } from '@/api/requests/may';
import { takesQuery } from '@/api/requests/list-takes';
import { useSelectTake } from '@/api/requests/select-take';
import type { Pick } from '@/api/types';
import { Button } from '@/components/Button';
import { ConnectionBanner } from '@/components/ConnectionBanner';
import { Keycaps } from '@/components/Keycaps';
import { Refusal } from '@/components/Refusal';
import { nominalFps, rateLabel } from '@/film/rate';
import { asPick, isRejected, shotCode } from '@/film/structure';
import { frameOfTypedDigits, programmeTimecode, runningLabel } from '@/film/timecode';
import { segmentAt, timelineOf } from '@/film/timeline';
import { useKeys } from '@/keys/use-keys';
import { FullScreenButton, toggleFullScreen, Transport } from '@/player/Transport';
import { usePlayer, useFrame } from '@/player/use-player';
import { did } from '@/state/undo';
import { Screen } from './Screen';
import { Strip } from './Strip';
import { useStartFrame } from './use-start-frame';
import { useTypedTimecode } from './use-typed-timecode';
import './screening.css';

/** The film as it stands: the selected takes in order, each for its length, slates where nothing was picked. */
export default function ScreeningPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { film: filmId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const film = useFilm(filmId);
  const timeline = useMemo(() => timelineOf(film), [film]);
  const { rate } = timeline;
  const player = usePlayer(timeline.frames, rate);
  useStartFrame(player, timeline, search);
  const frame = useFrame(player);
  const room = useRef<HTMLDivElement>(null);
  const select = useSelectTake(filmId);
  const by = useQuery(meQuery()).data?.user.name ?? null;
  /** A take tried in place of the pick, until it is selected or the shot is left. */
  const [trial, setTrial] = useState<{ shotId: string; take: Pick } | null>(null);
  const may = useMay();
  const [burnIn, setBurnIn] = useState(true);

  const here = segmentAt(timeline, frame);
  const takes = useQuery({ ...takesQuery(here?.shot.id ?? ''), enabled: here !== undefined && here.shot.takeCount > 0 }).data;
  const tried = here && trial?.shotId === here.shot.id ? trial.take : null;
  const take = tried ?? here?.shot.selectedTake ?? null;

  const toShot = (direction: 1 | -1) => {
    if (!here) return false;
    // Like any player: back goes to the start of the shot first, and over it only from its first second.
    const inside = frame - here.start;
    const target = direction === -1 && inside > nominalFps(rate) ? here : timeline.segments[here.index + direction];
    player.seek(target?.start ?? (direction === 1 ? player.lastFrame : 0));
  };
  const swap = (direction: 1 | -1) => {
    const open = (takes ?? []).filter((candidate) => !isRejected(candidate));
    if (!here || open.length === 0) return false;
    const at = open.findIndex((candidate) => candidate.id === take?.id);
    const next = open[at < 0 ? 0 : (at + direction + open.length) % open.length];
    if (next) setTrial({ shotId: here.shot.id, take: asPick(next) });
  };
  const selectShown = () => {
    if (!here || !take || !may.select) return false;
    const { shot } = here;
    const before = shot.selectedTake;
    if (before?.id === take.id) return;
    select.mutate(
      { shotId: shot.id, take, by },
      {
        onSuccess: () => {
          setTrial(null);
          did(t('shot.selectedToast', { code: shotCode(shot), number: take.number }), () =>
            select.mutateAsync({ shotId: shot.id, take: before, by }),
          );
        },
      },
    );
  };
  const leave = () => void navigate(`/f/${filmId}`);

  useKeys('player', {
    play: () => player.toggle(),
    shuttleBack: () => player.shuttle(-1),
    shuttleOn: () => player.shuttle(1),
    frameBack: () => player.step(-1),
    frameOn: () => player.step(1),
    secondBack: () => player.step(-nominalFps(rate)),
    secondOn: () => player.step(nominalFps(rate)),
    shotBack: () => toShot(-1),
    shotOn: () => toShot(1),
    takeBack: () => swap(-1),
    takeOn: () => swap(1),
    selectTake: selectShown,
    fullScreen: () => toggleFullScreen(room.current),
  });
  const typed = useTypedTimecode({
    onEnter: (digits) => {
      const target = frameOfTypedDigits(digits, rate);
      if (target !== null) player.seek(target);
    },
    onEscape: leave,
  });

  const picked = film.progress.selected;
  return (
    <div className="room darkroom" ref={room}>
      <ConnectionBanner />
      <header className="room-head">
        <Link className="button ghost compact square" to={`/f/${filmId}`} aria-label={t('screening.leave')}>
          <X size={16} aria-hidden />
        </Link>
        <h1 className="cut">{film.film.name}</h1>
        <span className="small faint room-facts">
          {t('screening.picked', { picked, count: timeline.segments.length })} · {runningLabel(timeline.frames, rate)}
        </span>
        <span className="grow" />
        <span className="small faint room-facts">{t('screening.order')}</span>
        <span className="grow" />
        <Button look="ghost" compact aria-pressed={burnIn} onClick={() => setBurnIn(!burnIn)}>
          {t(burnIn ? 'screening.burnInOn' : 'screening.burnInOff')}
        </Button>
      </header>
      <main className="room-main" id="main">
        {here ? (
          <Screen player={player} timeline={timeline} segment={here} take={take} trial={tried !== null} burnIn={burnIn} />
        ) : (
          <div className="blank">
            <h2>{t('screening.emptyTitle')}</h2>
            <p>{t('board.emptyText')}</p>
            <Link className="button" to={`/f/${filmId}`}>
              {t('shot.toBoard')}
            </Link>
          </div>
        )}
        <Refusal error={select.error} />
        {here && (
          <Strip
            filmId={filmId}
            timeline={timeline}
            current={here?.index ?? 0}
            player={player}
            onShot={(segment) => {
              player.seek(segment.start);
              setSearch({ from: shotCode(segment.shot) }, { replace: true });
            }}
          />
        )}
      </main>
      <footer className="room-foot">
        <span className="timecode">{typed === '' ? programmeTimecode(frame, rate) : <mark>{typed}</mark>}</span>
        <span className="small faint room-facts">
          {t('screening.of', { length: runningLabel(timeline.frames, rate), rate: rateLabel(rate) })}
        </span>
        <span className="grow" />
        {here && <Transport player={player} />}
        <span className="grow" />
        {tried && may.select ? (
          <Button look="accent" compact onClick={selectShown}>
            {t('shot.selectTake', { number: tried.number })}
            <Keycaps action="player.selectTake" />
          </Button>
        ) : (
          <span className="room-hints small faint">
            <kbd>↑</kbd>
            <kbd>↓</kbd> {t('screening.hintShot')}
            <kbd>Shift</kbd>
            <kbd>↑</kbd>
            <kbd>↓</kbd> {t('screening.hintTake')}
            {may.select && (
              <>
                <kbd>S</kbd> {t('screening.hintSelect')}
              </>
            )}
          </span>
        )}
        <FullScreenButton onClick={() => toggleFullScreen(room.current)} />
      </footer>
    </div>
  );
}
