import { describe, expect, it } from 'vitest';
import { aFilm, aShot, aTake } from '@/testing/film';
import { patchShot } from './patch-structure';
import { applyMove, changesNothing, gatherMoves, placesOf, stepMove, stepScene } from './reorder';
import { asPick, framesOf, matchesFilter, nextUnpicked, shotByCode, shotsInOrder, shotStatus } from './structure';
import { segmentAt, timelineOf } from './timeline';

const picked = asPick(aTake(1));
const codes = (film: ReturnType<typeof aFilm>) => film.scenes.map((scene) => scene.shots.map((shot) => shot.id).join(' '));

describe('the status of a shot', () => {
  it('is selected once there is a pick, whatever else runs', () =>
    expect(shotStatus(aShot('A', { selectedTake: picked, takeCount: 2, pendingCount: 3 }))).toBe('selected'));
  it('wants a pick when there are takes', () => expect(shotStatus(aShot('A', { takeCount: 1 }))).toBe('pick'));
  it('is generating while takes are being made', () => expect(shotStatus(aShot('A', { pendingCount: 1 }))).toBe('generating'));
  it('is empty otherwise', () => expect(shotStatus(aShot('A'))).toBe('empty'));
});

describe('the next shot without a pick', () => {
  const shots = shotsInOrder(
    aFilm(
      [aShot('A', { takeCount: 1 }), aShot('B', { takeCount: 1, selectedTake: picked })],
      [aShot('C'), aShot('D', { takeCount: 2 })],
    ),
  );
  it('skips picked and empty shots, over the border of a scene', () => expect(nextUnpicked(shots, 0)?.shot.id).toBe('D'));
  it('goes round the end of the film', () => expect(nextUnpicked(shots, 3)?.shot.id).toBe('A'));
  it('is none when only the current one is left', () => expect(nextUnpicked(shots.slice(2), 3)).toBeUndefined());
});

it('A shot is found by the code in the address', () => {
  expect(shotByCode(aFilm([aShot('SH0010')], [aShot('SH0020')]), 'SH0020')?.scene?.id).toBe('scene2');
  expect(shotByCode(aFilm([aShot('SH0010')]), 'SH9999')).toBeUndefined();
});

it('A filter wants every word, in any case and place', () => {
  const shot = aShot('SH0070', { name: 'Mira hears the rain' });
  expect(matchesFilter(shot, 'RAIN 0070')).toBe(true);
  expect(matchesFilter(shot, 'rain snow')).toBe(false);
  expect(matchesFilter(shot, ' ')).toBe(true);
});

it('Changing one shot leaves the other scenes as they were', () => {
  const film = aFilm([aShot('A', { takeCount: 1 })], [aShot('B')]);
  const next = patchShot(film, 'A', (shot) => ({ ...shot, selectedTake: picked }));
  expect(next.progress.selected).toBe(1);
  expect(next.scenes[1]).toBe(film.scenes[1]);
  expect(next.scenes[0]).not.toBe(film.scenes[0]);
});

describe('the timeline', () => {
  const timeline = timelineOf(aFilm([aShot('A', { frames: 10 }), aShot('B', { frames: 1 })], [aShot('C', { frames: 30 })]));
  it('lays the shots end to end for their own lengths', () => {
    expect(timeline.segments.map((segment) => segment.start)).toEqual([0, 10, 11]);
    expect(timeline.frames).toBe(41);
  });
  it('finds the shot of every frame', () => {
    const found = Array.from({ length: 41 }, (_, frame) => segmentAt(timeline, frame)!.shot.id).join('');
    expect(found).toBe('A'.repeat(10) + 'B' + 'C'.repeat(30));
  });
  it('holds its ends', () => {
    expect(segmentAt(timeline, -5)?.shot.id).toBe('A');
    expect(segmentAt(timeline, 999)?.shot.id).toBe('C');
  });
  it('has nothing to show in an empty film', () => expect(segmentAt(timelineOf(aFilm()), 0)).toBeUndefined());
  it('uses what the server gives where a shot has no length of its own', () => {
    const shot = aShot('A', { runsFrames: 72 });
    expect(framesOf([{ ...shot, details: { ...shot.details, durationFrames: null } }])).toBe(72);
  });
});

describe('moving a shot', () => {
  const film = aFilm([aShot('A'), aShot('B'), aShot('C')], [aShot('D')]);
  it('goes one place on', () => expect(codes(applyMove(film, stepMove(film, 'A', 1)!))).toEqual(['B A C', 'D']));
  it('goes one place back', () => expect(codes(applyMove(film, stepMove(film, 'C', -1)!))).toEqual(['A C B', 'D']));
  it('crosses into the next scene at its end', () =>
    expect(codes(applyMove(film, stepMove(film, 'C', 1)!))).toEqual(['A B', 'C D']));
  it('crosses into the scene before at its start', () =>
    expect(codes(applyMove(film, stepMove(film, 'D', -1)!))).toEqual(['A B C D', '']));
  it('stays at the ends of the film', () => {
    expect(stepMove(film, 'A', -1)).toBeNull();
    expect(stepMove(film, 'D', 1)).toBeNull();
  });
  it('can be taken back', () => {
    for (const id of ['A', 'B', 'C', 'D'])
      for (const direction of [1, -1] as const) {
        const move = stepMove(film, id, direction);
        if (!move) continue;
        const back = placesOf(film, new Set([id]));
        expect(codes(back.reduce(applyMove, applyMove(film, move)))).toEqual(codes(film));
      }
  });
});

describe('moving several shots', () => {
  const film = aFilm([aShot('A'), aShot('B'), aShot('C')], [aShot('D'), aShot('E')], []);
  const moved = (ids: string[], parentId: string, after: string | null) =>
    codes(gatherMoves(film, new Set(ids), parentId, after).reduce(applyMove, film));
  it('keeps them in film order wherever they come from', () => {
    expect(moved(['D', 'A'], 'scene1', 'C')).toEqual(['B C A D', 'E', '']);
    expect(moved(['C', 'B', 'A'], 'scene3', null)).toEqual(['', 'D E', 'A B C']);
  });
  it('finds its place behind one that stays', () => expect(moved(['A', 'B'], 'scene1', 'B')).toEqual(['A B C', 'D E', '']));
  it('knows a drop that changes nothing', () => {
    expect(changesNothing(film, gatherMoves(film, new Set(['A', 'B']), 'scene1', null))).toBe(true);
    expect(changesNothing(film, gatherMoves(film, new Set(['A', 'B']), 'scene1', 'C'))).toBe(false);
  });
  it('can be taken back, whichever went wherever', () => {
    const all = ['A', 'B', 'C', 'D', 'E'];
    for (let chosen = 1; chosen < 32; chosen++) {
      const ids = new Set(all.filter((_, index) => chosen & (1 << index)));
      for (const parent of ['scene1', 'scene2', 'scene3'])
        for (const after of [null, ...film.scenes.find((scene) => scene.id === parent)!.shots.map((shot) => shot.id)]) {
          const there = gatherMoves(film, ids, parent, after).reduce(applyMove, film);
          expect(codes(placesOf(film, ids).reduce(applyMove, there))).toEqual(codes(film));
        }
    }
  });
  it('takes a shot of no scene into one', () => {
    const loose = { ...film, shots: [aShot('X')] };
    const there = gatherMoves(loose, new Set(['X']), 'scene2', 'D').reduce(applyMove, loose);
    expect(codes(there)).toEqual(['A B C', 'D X E', '']);
    expect(there.shots).toEqual([]);
    expect(
      placesOf(loose, new Set(['X']))
        .reduce(applyMove, there)
        .shots.map((shot) => shot.id),
    ).toEqual(['X']);
  });
});

describe('moving a scene', () => {
  const film = aFilm([aShot('A')], [aShot('B')], [aShot('C')]);
  it('goes one place, with its shots', () => {
    expect(codes(applyMove(film, stepScene(film, 'scene1', 1)!))).toEqual(['B', 'A', 'C']);
    expect(codes(applyMove(film, stepScene(film, 'scene3', -1)!))).toEqual(['A', 'C', 'B']);
  });
  it('stays at the ends of the film', () => {
    expect(stepScene(film, 'scene1', -1)).toBeNull();
    expect(stepScene(film, 'scene3', 1)).toBeNull();
  });
  it('can be taken back', () =>
    expect(
      codes(
        placesOf(film, new Set(['scene3'])).reduce(applyMove, applyMove(film, { id: 'scene3', parentId: 'film', after: null })),
      ),
    ).toEqual(codes(film)));
});
