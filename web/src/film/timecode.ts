import { nominalFps, type Rate } from './rate';

/** Programmes start at one hour, as on any edit. */
const firstHour = 1;

const pad = (value: number) => String(value).padStart(2, '0');

interface Parts {
  hours: number;
  minutes: number;
  seconds: number;
  frames: number;
}

function split(frame: number, fps: number): Parts {
  return {
    frames: frame % fps,
    seconds: Math.floor(frame / fps) % 60,
    minutes: Math.floor(frame / (fps * 60)) % 60,
    hours: Math.floor(frame / (fps * 3600)),
  };
}

/** Drop-frame is legal at 29.97 and 59.94 only. */
export const canDrop = (rate: Rate): boolean => rate.den === 1001 && (rate.num === 30000 || rate.num === 60000);

/**
 * Adds the labels that drop-frame skips: two (four at 59.94) at every minute that is not a tenth one.
 * The count of pictures stays what it is; only their names move.
 */
function withSkippedLabels(frame: number, fps: number): number {
  const skipped = fps / 15;
  const perMinute = fps * 60 - skipped;
  const perTen = fps * 600 - skipped * 9;
  const tens = Math.floor(frame / perTen);
  const rest = frame % perTen;
  const minutes = rest < fps * 60 ? 0 : 1 + Math.floor((rest - fps * 60) / perMinute);
  return frame + skipped * 9 * tens + skipped * minutes;
}

/** HH:MM:SS:FF (or ;FF) of a frame counted from zero, without the programme's starting hour. */
export function timecode(frame: number, rate: Rate, dropFrame = false): string {
  const fps = nominalFps(rate);
  const drop = dropFrame && canDrop(rate);
  const parts = split(drop ? withSkippedLabels(frame, fps) : frame, fps);
  return `${pad(parts.hours)}:${pad(parts.minutes)}:${pad(parts.seconds)}${drop ? ';' : ':'}${pad(parts.frames)}`;
}

/** The timecode burnt into the programme: counted from 01:00:00:00. */
export function programmeTimecode(frame: number, rate: Rate): string {
  return timecode(frame + firstHour * 3600 * nominalFps(rate), rate);
}

/** A length for reading: SS:FF, and minutes or hours in front only when there are any. */
export function lengthLabel(frames: number, rate: Rate): string {
  const parts = split(frames, nominalFps(rate));
  const tail = `${pad(parts.seconds)}:${pad(parts.frames)}`;
  if (parts.hours > 0) return `${pad(parts.hours)}:${pad(parts.minutes)}:${tail}`;
  return parts.minutes > 0 ? `${pad(parts.minutes)}:${tail}` : tail;
}

/** A running time: always MM:SS:FF. */
export function runningLabel(frames: number, rate: Rate): string {
  const label = lengthLabel(frames, rate);
  return label.length === 5 ? `00:${label}` : label;
}

/**
 * Typed digits fill from the right, as on any edit controller: "1710" is 17 seconds 10 frames. A full eight digits are
 * read as programme time; fewer as time from the start of the film.
 */
export function frameOfTypedDigits(digits: string, rate: Rate): number | null {
  if (!/^\d{1,8}$/.test(digits)) return null;
  const fps = nominalFps(rate);
  const full = digits.padStart(8, '0');
  const [hours, minutes, seconds, frames] = [0, 2, 4, 6].map((at) => Number(full.slice(at, at + 2))) as [
    number,
    number,
    number,
    number,
  ];
  if (minutes > 59 || seconds > 59 || frames >= fps) return null;
  const total = ((hours * 60 + minutes) * 60 + seconds) * fps + frames;
  return digits.length === 8 && hours >= firstHour ? total - firstHour * 3600 * fps : total;
}
