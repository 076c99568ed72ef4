import type { FilmStructure } from '@/api/types';
import { filmRate, shotFrames, shotsInOrder, type PlacedShot } from './structure';
import type { Rate } from './rate';

export interface Segment extends PlacedShot {
  /** First frame in the film, counted from 0. */
  start: number;
  frames: number;
}

export interface Timeline {
  rate: Rate;
  segments: Segment[];
  /** Length of the film in frames. */
  frames: number;
}

/** The film laid end to end, each shot for its own length, shots without a pick included. */
export function timelineOf(structure: FilmStructure): Timeline {
  const rate = filmRate(structure);
  let start = 0;
  const segments = shotsInOrder(structure).map((placed) => {
    const segment = { ...placed, start, frames: shotFrames(placed.shot) };
    start += segment.frames;
    return segment;
  });
  return { rate, segments, frames: start };
}

/** The segment on screen at a frame (binary search; frames outside the film hold its first or last shot). */
export function segmentAt(timeline: Timeline, frame: number): Segment | undefined {
  const { segments } = timeline;
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (segments[middle]!.start <= frame) low = middle;
    else high = middle - 1;
  }
  return segments[low];
}
