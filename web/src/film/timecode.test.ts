import { describe, expect, it } from 'vitest';
import { parseRate, rateLabel } from './rate';
import { frameOfTypedDigits, lengthLabel, programmeTimecode, runningLabel, timecode } from './timecode';

const ntsc = parseRate('30000/1001');
const film = parseRate('24000/1001');
const pal = parseRate('25');

describe('a frame rate', () => {
  it('stays a fraction', () => expect(film).toEqual({ num: 24000, den: 1001 }));
  it('reads decimal spellings as the exact rates they mean', () => {
    expect(parseRate('23.976')).toEqual({ num: 24000, den: 1001 });
    expect(parseRate('29.97')).toEqual({ num: 30000, den: 1001 });
  });
  it('falls back to 24 for nonsense', () => {
    for (const text of ['', null, undefined, 'fast', '0', '24/0', '-5']) expect(parseRate(text)).toEqual({ num: 24, den: 1 });
  });
  it('is named for people', () => {
    expect(rateLabel(film)).toBe('23.976');
    expect(rateLabel(pal)).toBe('25');
  });
});

describe('timecode', () => {
  it.each([
    [107892, '01:00:00;00'],
    [17982, '00:10:00;00'],
    [1800, '00:01:00;02'],
    [1799, '00:00:59;29'],
    [0, '00:00:00;00'],
  ])('drops labels, not frames: %i is %s', (frame, label) => expect(timecode(frame, ntsc, true)).toBe(label));
  it.each([
    [107892, '00:59:56:12'],
    [107957, '00:59:58:17'],
  ])('counts every label without drop-frame: %i is %s', (frame, label) => expect(timecode(frame, ntsc)).toBe(label));
  it('drops four labels at 59.94', () => expect(timecode(35964, parseRate('60000/1001'), true)).toBe('00:10:00;00'));
  it('ignores drop-frame where it is not legal', () => expect(timecode(1800, pal, true)).toBe('00:01:12:00'));
  it('never shows a label that drop-frame skips', () => {
    for (let frame = 0; frame < 20_000; frame++) expect(timecode(frame, ntsc, true)).not.toMatch(/^00:0[1-9]:00;0[01]$/);
  });
  it('starts programmes at one hour', () => expect(programmeTimecode(418, parseRate('24'))).toBe('01:00:17:10'));
  it('writes lengths as short as they are', () => {
    expect(lengthLabel(72, parseRate('24'))).toBe('03:00');
    expect(lengthLabel(204, parseRate('24'))).toBe('08:12');
    expect(runningLabel(700, parseRate('24'))).toBe('00:29:04');
    expect(lengthLabel(24 * 3700, parseRate('24'))).toBe('01:01:40:00');
  });
});

describe('typed digits', () => {
  const rate = parseRate('24');
  it('fill from the right', () => expect(frameOfTypedDigits('1710', rate)).toBe(17 * 24 + 10));
  it('are programme time when all eight are typed', () => expect(frameOfTypedDigits('01001710', rate)).toBe(17 * 24 + 10));
  it('are refused when they name no frame', () => {
    for (const digits of ['24', '6000', '', '123456789', '1a']) expect(frameOfTypedDigits(digits, rate)).toBeNull();
  });
});
