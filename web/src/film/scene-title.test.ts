import { describe, expect, it } from 'vitest';
import { sceneTitle } from './scene-title';

const title = (name: string, names: string[] = []) => sceneTitle({ name }, names);

describe('the title of a scene', () => {
  it('reads a heading in capitals as words', () => {
    expect(title('EXT. HARBOUR - DUSK')).toBe('Ext. Harbour, dusk');
    expect(title('INT. OLD LIGHTHOUSE — NIGHT')).toBe('Int. Old lighthouse, night');
    expect(title('INT./EXT. CAR - DAY')).toBe('Int./ext. Car, day');
    expect(title('НАТ. ГАВАНЬ - СУМЕРКИ')).toBe('Нат. Гавань, сумерки');
  });
  it('keeps every place of it', () => expect(title('EXT. HARBOUR - QUAY - DUSK')).toBe('Ext. Harbour – Quay, dusk'));
  it('keeps the capitals of names', () =>
    expect(title("INT. MIRA'S ROOM - DAY", ['MIRA', 'Олег'])).toBe("Int. Mira's room, day"));
  it('leaves a name that somebody wrote as it is', () => {
    for (const name of ['The chase', 'Ext. harbour, dusk', 'Погоня', '42', '夜の港', '']) expect(title(name)).toBe(name);
  });
  it('reads one without a place or time', () => {
    expect(title('THE STORM')).toBe('The storm');
    expect(title('INT. HOUSE')).toBe('Int. House');
  });
});
