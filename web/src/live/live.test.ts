import { describe, expect, it } from 'vitest';
import { keys } from '@/api/query-keys';
import { parseEvent, type LiveMessage } from './event-stream';
import { joinStale, staleAfter } from './stale';

const event = (over: object): LiveMessage => ({
  type: 'event',
  event: { id: '1', kind: 'updateAsset', subjectId: 's1', subjectType: 'shot', rootId: 'f1', ...over },
});

describe('an event', () => {
  it('that finished a generation makes takes, queue and film stale', () => {
    const stale = staleAfter(event({ kind: 'finishGeneration', subjectType: 'generation' }));
    expect(stale).toContainEqual(['takes']);
    expect(stale).toContainEqual(['generations']);
    expect(stale).toContainEqual(keys.structure('f1'));
  });
  it('about a shot leaves the takes of other shots alone', () => {
    const stale = staleAfter(event({ kind: 'selectTake' }));
    expect(stale).toContainEqual(keys.takes('s1'));
    expect(stale).not.toContainEqual(['takes']);
  });
  it('about a film names the film by itself when no root is given', () =>
    expect(staleAfter(event({ kind: 'createFilm', subjectType: 'film', subjectId: 'f9', rootId: null }))).toContainEqual(
      keys.structure('f9'),
    ));
  it('of an unknown kind still reads the film again', () =>
    expect(staleAfter(event({ kind: 'somethingNew', subjectType: 'prop' }))).toContainEqual(keys.structure('f1')));
  it('always adds to the log', () => expect(staleAfter(event({}))).toContainEqual(keys.activity('f1')));
});

it('A stream that is refused asks who one is', () => expect(staleAfter({ type: 'refused' })).toEqual([['me']]));
it('A reset reads everything again', () => expect(staleAfter({ type: 'reset' })).toContainEqual(['structure']));

it('A burst is joined into one reading of each', () => {
  const burst = Array.from({ length: 50 }, (_, index) => event({ id: String(index), kind: 'finishGeneration' }));
  const joined = joinStale(burst);
  expect(new Set(joined.map((key) => JSON.stringify(key))).size).toBe(joined.length);
  expect(joined).toEqual(joinStale([burst[0]!]));
});

describe('the stream', () => {
  it('reads what it needs of an event', () =>
    expect(parseEvent('{"id":"7","kind":"selectTake","subjectId":"s","subjectType":"shot","rootId":"f","before":{}}')).toEqual({
      id: '7',
      kind: 'selectTake',
      subjectId: 's',
      subjectType: 'shot',
      rootId: 'f',
    }));
  it('is not broken by anything else', () => {
    for (const data of ['', 'null', '{', '[]', '{"id":1}', '"x"']) expect(parseEvent(data)).toBeNull();
  });
});
