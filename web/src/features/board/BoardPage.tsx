import { Play, Search, Share2 } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useGenerateFilmTakes } from '@/api/requests/generate-film-takes';
import { useFilm } from '@/api/requests/get-film-structure';
import { Button } from '@/components/Button';
import { Keycaps } from '@/components/Keycaps';
import { Refusal } from '@/components/Refusal';
import { StatusMark } from '@/components/StatusMark';
import { TopBar } from '@/components/TopBar';
import { filmRate, framesOf, matchesFilter, needsPick, nextUnpicked, shotCode, shotsInOrder } from '@/film/structure';
import { runningLabel } from '@/film/timecode';
import { useKeys } from '@/keys/use-keys';
import { SharePanel } from '@/sharing/SharePanel';
import { say } from '@/state/undo';
import { BoardDrag } from './BoardDrag';
import { CardMenu } from './CardMenu';
import { CardSizes, useMeasuredCards } from './card-size';
import { EmptyBoard } from './EmptyBoard';
import { focusedShotId, walkCards } from './focus';
import { Lane } from './Lane';
import { clearMarks } from './marks';
import { MarkedBar } from './MarkedBar';
import { MoveDialog } from './MoveDialog';
import { NeedsPick } from './NeedsPick';
import { NewScene } from './NewScene';
import { filmChoices } from './share-choices';
import { useBoardActions } from './use-board-actions';
import './board.css';
import './card.css';

/** The film as lanes of shot cards, scene by scene. The filter is in the address, the marks are not. */
export default function BoardPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { film: filmId = '' } = useParams();
  const film = useFilm(filmId);
  const [search, setSearch] = useSearchParams();
  const filter = useDeferredValue(search.get('q') ?? '');
  const filterInput = useRef<HTMLInputElement>(null);
  const generateAll = useGenerateFilmTakes(filmId);
  const [adding, setAdding] = useState<string | null>(null);
  const actions = useBoardActions(filmId);
  const { may } = actions.card;
  const [sharing, setSharing] = useState<string | null>(null);
  const board = useRef<HTMLElement>(null);
  const cardSizes = useMeasuredCards(board);

  const rate = filmRate(film);
  const shots = useMemo(() => shotsInOrder(film), [film]);
  const lanes = useMemo(
    () =>
      [
        ...film.scenes.map((scene) => ({ scene, shots: scene.shots })),
        ...(film.shots.length > 0 ? [{ scene: null, shots: film.shots }] : []),
      ]
        .map((lane) => ({ ...lane, shots: lane.shots.filter((shot) => matchesFilter(shot, filter)) }))
        .filter((lane) => filter === '' || lane.shots.length > 0),
    [film, filter],
  );
  const unpicked = shots.filter(({ shot }) => needsPick(shot));
  const without = shots.filter(({ shot }) => shot.takeCount === 0 && shot.pendingCount === 0);
  const focused = () => shots.find(({ shot }) => shot.id === focusedShotId());

  useKeys('board', {
    filter: () => filterInput.current?.focus(),
    nextUnpicked: () => {
      const next = nextUnpicked(shots, focused()?.index ?? -1);
      if (next) void navigate(`/f/${filmId}/shots/${encodeURIComponent(shotCode(next.shot))}`);
      else say(t('board.allPicked'));
    },
    addShot: () => may.edit && setAdding(focused()?.scene?.id ?? film.scenes.at(-1)?.id ?? 'film'),
    screenFrom: () =>
      void navigate(`/f/${filmId}/screening${focused() ? `?from=${encodeURIComponent(shotCode(focused()!.shot))}` : ''}`),
    ...actions.keys,
  });

  const setFilter = (value: string) =>
    setSearch((params) => (value ? params.set('q', value) : params.delete('q'), params), { replace: true });

  return (
    <>
      <TopBar film={filmId} crumbs={[{ text: t('nav.films'), to: '/' }, { text: film.film.name }]} />
      <main className="content board" id="main" tabIndex={-1} ref={board} onKeyDown={walkCards}>
        <h1 className="visually-hidden">{film.film.name}</h1>
        <div className="board-bar">
          {shots.length > 0 && (
            <span className="small faint board-counts">
              {t('board.shots', { count: shots.length })} · {t('board.selected', { count: film.progress.selected })} ·{' '}
              {t('board.runs', {
                length: runningLabel(framesOf(shots.map(({ shot }) => shot)), rate),
              })}
            </span>
          )}
          <span className="grow" />
          {shots.length > 0 && (
            <div className="input board-filter">
              <Search size={16} aria-hidden className="faint" />
              <input
                ref={filterInput}
                type="search"
                aria-label={t('board.filter')}
                placeholder={t('board.filter')}
                defaultValue={search.get('q') ?? ''}
                onChange={(event) => setFilter(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Escape') return;
                  event.currentTarget.value = '';
                  setFilter('');
                  event.currentTarget.blur();
                }}
              />
              <Keycaps action="board.filter" />
            </div>
          )}
          {may.share && (
            <Button onClick={() => setSharing(filmId)}>
              <Share2 size={16} aria-hidden />
              {t('share.button')}
            </Button>
          )}
          {may.edit && <NewScene filmId={filmId} />}
          {shots.length > 0 && (
            <Link className="button" to={`/f/${filmId}/screening`}>
              <Play size={16} aria-hidden fill="currentColor" />
              {t('board.screen')}
            </Link>
          )}
        </div>
        {shots.length === 0 && film.scenes.length === 0 && <EmptyBoard filmId={filmId} onAdd={() => setAdding('film')} />}
        {unpicked.length > 0 && may.select && <NeedsPick filmId={filmId} shots={unpicked} />}
        {without.length > 0 && (
          <div className="needs quiet">
            <span className="status">
              <StatusMark mark="empty" />
              {t('board.withoutTakes', { count: without.length })}
            </span>
            <span className="grow" />
            {may.generate && (
              <Button compact look="line" disabled={generateAll.isPending} onClick={() => generateAll.mutate(4)}>
                {t('board.generateAll', { count: without.length })}
              </Button>
            )}
          </div>
        )}
        <div className="board-refusals">
          <Refusal error={generateAll.error} />
          <Refusal error={actions.error} />
        </div>
        <CardSizes value={cardSizes}>
          <BoardDrag film={film} board={board} onDrop={actions.drop}>
            {lanes.map(({ scene, shots: cards }, index) => (
              <Lane
                key={scene?.id ?? 'film'}
                filmId={filmId}
                scene={scene}
                shots={cards}
                rate={rate}
                near={index < 4}
                marked={actions.marked}
                actions={actions.card}
                adding={adding === (scene?.id ?? 'film')}
                onAdding={(open) => setAdding(open ? (scene?.id ?? 'film') : null)}
                onShare={may.share ? setSharing : undefined}
              />
            ))}
            {adding === 'film' && film.shots.length === 0 && (
              <Lane
                filmId={filmId}
                scene={null}
                shots={[]}
                rate={rate}
                near
                marked={actions.marked}
                actions={actions.card}
                adding
                onAdding={(open) => setAdding(open ? 'film' : null)}
              />
            )}
          </BoardDrag>
        </CardSizes>
        {filter !== '' && lanes.length === 0 && (
          <div className="blank">
            <p>{t('board.noMatch', { filter })}</p>
          </div>
        )}
      </main>
      {actions.marked.size > 0 && (
        <MarkedBar
          count={actions.marked.size}
          onGenerate={actions.generateMarked}
          onMove={actions.openMove}
          onClear={clearMarks}
        />
      )}
      <SharePanel
        filmId={filmId}
        choices={sharing === null ? [] : filmChoices(film, t)}
        open={sharing}
        onClose={() => setSharing(null)}
      />
      <CardMenu actions={actions.card} />
      {actions.moving && <MoveDialog film={film} ids={actions.moving} onMove={actions.moveTo} onClose={actions.closeMove} />}
    </>
  );
}
