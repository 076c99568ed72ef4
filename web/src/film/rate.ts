/** A frame rate as it is: a rational number of frames a second. 24000/1001 stays exact. */
export interface Rate {
  readonly num: number;
  readonly den: number;
}

export const defaultRate: Rate = { num: 24, den: 1 };

/** Reads "24", "24000/1001" or "23.976"; the decimal spellings of the NTSC rates mean the exact ones. */
export function parseRate(text: string | null | undefined): Rate {
  if (!text) return defaultRate;
  const fraction = /^(\d+)\s*\/\s*(\d+)$/.exec(text.trim());
  if (fraction) {
    const num = Number(fraction[1]);
    const den = Number(fraction[2]);
    return num > 0 && den > 0 ? { num, den } : defaultRate;
  }
  const value = Number(text);
  if (!(value > 0)) return defaultRate;
  const nominal = Math.round(value);
  if (Math.abs(value - nominal) < 1e-6) return { num: nominal, den: 1 };
  if (Math.abs(value - (nominal * 1000) / 1001) < 0.005) return { num: nominal * 1000, den: 1001 };
  return { num: Math.round(value * 1000), den: 1000 };
}

/** Frames a second as timecode counts them: 24 for 24000/1001. */
export const nominalFps = (rate: Rate): number => Math.round(rate.num / rate.den);

export const framesToSeconds = (frames: number, rate: Rate): number => (frames * rate.den) / rate.num;

export const secondsToFrames = (seconds: number, rate: Rate): number => Math.round((seconds * rate.num) / rate.den);

/** "24 fps", "23.976 fps": for people, never for arithmetic. */
export function rateLabel(rate: Rate): string {
  const value = rate.num / rate.den;
  return Number.isInteger(value) ? `${value}` : value.toFixed(3).replace(/0+$/, '');
}
