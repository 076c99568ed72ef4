import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useGenerateShotTakes } from '@/api/requests/generate-shot-takes';
import { useMay } from '@/api/requests/may';
import type { FilmStructure, Generation, Take } from '@/api/types';
import { Refusal } from '@/components/Refusal';
import { TopBar } from '@/components/TopBar';
import { asPick, filmRate, nextUnpicked, shotCode, shotFrames, type PlacedShot } from '@/film/structure';
import { useKeys } from '@/keys/use-keys';
import { toggleFullScreen } from '@/player/Transport';
import { usePlayer } from '@/player/use-player';
import { say } from '@/state/undo';
import { Compare } from './Compare';
import { DeskSide } from './DeskSide';
import { FilmStrip } from './FilmStrip';
import { allOf, firstDraft, remixOf, requestOf, seedIsValid } from './recipe';
import { ShotHeader } from './ShotHeader';
import { firstShown, splitNew } from './strip';
import { TakeBar } from './TakeBar';
import { TakeStrip } from './TakeStrip';
import { useCompare } from './use-compare';
import { useTakeActions } from './use-take-actions';
import { Viewer } from './Viewer';

interface Props {
  filmId: string;
  film: FilmStructure;
  shots: readonly PlacedShot[];
  placed: PlacedShot;
  takes: readonly Take[];
  generations: readonly Generation[];
}

/** Viewer, takes and recipe of one shot. The take on view is in the address; nothing arriving changes it. */
export function ShotDesk({ filmId, film, shots, placed, takes, generations }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const may = useMay();
  const { shot, scene, index } = placed;
  const rate = filmRate(film);
  const player = usePlayer(shotFrames(shot), rate);
  const stage = useRef<HTMLDivElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const generate = useGenerateShotTakes(filmId);
  const [draft, setDraft] = useState(() => firstDraft(shot));
  const [seen, setSeen] = useState<ReadonlySet<string>>(() => new Set(takes.map((take) => take.id)));

  // A shot that had nothing to look at shows its first takes as they come: there is no view to disturb.
  if (seen.size === 0 && takes.length > 0) setSeen(new Set(takes.map((take) => take.id)));
  const { shown, fresh } = splitNew(takes, seen);
  const wanted = Number(search.get('take') ?? NaN);
  const [opened] = useState(() => firstShown(takes, shot.selectedTake?.id ?? null)?.id);
  // Without a choice in the address, what was opened stays; the first take of an empty shot is shown when it comes.
  const current = takes.find((take) => take.number === wanted) ?? takes.find((take) => take.id === opened) ?? shown[0];

  const show = (take: Take) => {
    setSeen((old) => (old.has(take.id) ? old : new Set([...old, take.id])));
    setSearch((params) => (params.set('take', String(take.number)), params), { replace: true });
  };
  const showNew = () => {
    setSeen(new Set(takes.map((take) => take.id)));
    if (fresh[0]) show(fresh[0]);
  };

  const actions = useTakeActions({ filmId, shot, takes: shown, current, show });
  const compare = useCompare(takes, current);
  const go = (entry: PlacedShot | undefined) => {
    if (!entry) return false;
    void navigate(`/f/${filmId}/shots/${encodeURIComponent(shotCode(entry.shot))}`);
  };
  const submit = () => {
    if (!may.generate || !seedIsValid(draft.seed) || generate.isPending) return;
    generate.mutate({ shotId: shot.id, request: requestOf(draft) });
  };

  useKeys('player', {
    play: () => player.toggle(),
    shuttleBack: () => player.shuttle(-1),
    shuttleOn: () => player.shuttle(1),
    frameBack: () => player.step(-1),
    frameOn: () => player.step(1),
    secondBack: () => player.step(-Math.round(rate.num / rate.den)),
    secondOn: () => player.step(Math.round(rate.num / rate.den)),
    fullScreen: () => toggleFullScreen(stage.current),
  });
  useKeys('shot', {
    ...actions.keys,
    ...compare.keys,
    nextUnpicked: () => {
      const next = nextUnpicked(shots, index);
      if (!next) return say(t('board.allPicked'));
      go(next);
    },
    previousShot: () => go(shots[index - 1]),
    nextShot: () => go(shots[index + 1]),
    useAll: () => (current ? setDraft(allOf(current, draft)) : false),
    remix: () => (current ? setDraft(remixOf(current, draft)) : false),
    generate: submit,
    note: () => (note.current ? note.current.focus() : false),
  });
  useDigits((digit, withShift) => {
    const take = takes.find((candidate) => candidate.number === digit);
    if (!take) return;
    if (withShift) compare.with(take);
    else show(take);
  });

  return (
    <div className="desk">
      <div className="column desk-main">
        <TopBar
          film={filmId}
          crumbs={[
            { text: film.film.name, to: `/f/${filmId}` },
            ...(scene ? [{ text: `${scene.sceneNumber ?? ''} ${scene.title}`.trim(), to: `/f/${filmId}` }] : []),
            { text: shotCode(shot) },
          ]}
        />
        <main className="desk-scroll" id="main" tabIndex={-1}>
          <ShotHeader
            filmId={filmId}
            shot={shot}
            takes={takes}
            take={current}
            rate={rate}
            actions={actions}
            index={index}
            total={shots.length}
          />
          {compare.pair ? (
            <Compare
              pair={compare.pair}
              mode={compare.mode}
              flipped={compare.flipped}
              selectedId={shot.selectedTake?.id ?? null}
              onMode={compare.setMode}
              onSwap={compare.swap}
              onClose={compare.close}
              onSelect={(take) => actions.select(asPick(take))}
            />
          ) : (
            <Viewer
              stage={stage}
              filmId={filmId}
              shot={shot}
              take={current}
              player={player}
              rate={rate}
              before={shots[index - 1]}
              after={shots[index + 1]}
            />
          )}
          <TakeBar
            take={current}
            player={player}
            shot={shot}
            rate={rate}
            actions={actions}
            note={note}
            stage={stage}
            onCompare={compare.open}
          />
          <div className="desk-refusals">
            <Refusal error={generate.error} />
            <Refusal error={actions.error} />
          </div>
          <TakeStrip
            takes={shown}
            fresh={fresh.length}
            generations={generations}
            current={current}
            selectedId={shot.selectedTake?.id ?? null}
            onShow={show}
            onShowNew={showNew}
          />
          <FilmStrip filmId={filmId} shots={shots} current={index} />
        </main>
      </div>
      <DeskSide
        player={player}
        field={words}
        filmId={filmId}
        shot={shot}
        rate={rate}
        take={current}
        draft={draft}
        onDraft={setDraft}
        onGenerate={submit}
        busy={generate.isPending}
      />
    </div>
  );
}

/** Digits show a take, with Shift compare with it. They are not remapped: they are the takes' own numbers. */
function useDigits(onDigit: (digit: number, withShift: boolean) => void): void {
  const latest = useRef(onDigit);
  useEffect(() => {
    latest.current = onDigit;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      if (!digit || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
      if (event.target instanceof HTMLElement && event.target.closest('input,textarea,select,[contenteditable]')) return;
      latest.current(Number(digit), event.shiftKey);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
