import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { mediaUrl } from '@/api/media';
import type { Pictured } from '@/api/types';
import { framesToSeconds } from '@/film/rate';
import type { Segment, Timeline } from '@/film/timeline';
import { stretchOf, type FrameSource } from '@/player/frame-source';
import type { Player } from '@/player/player';
import { useSound } from '@/player/sound';
import { shotAudioQuery } from './api/get-shot-audio';

/** What sound may be off the picture, in seconds, before it is put right with a jump: less than an ear notices on speech. */
const reach = 0.08;

interface Props {
  player: Player;
  timeline: Timeline;
  index: number;
}

/** The sound under the shot on the screen and under the next one, which waits loaded. */
export function AudioLayers({ player, timeline, index }: Props) {
  return timeline.segments
    .slice(index, index + 2)
    .map((segment) => <ShotAudio key={segment.shot.id} player={player} timeline={timeline} segment={segment} />);
}

function ShotAudio({ player, timeline, segment }: { player: Player; timeline: Timeline; segment: Segment }) {
  const layers = useQuery(shotAudioQuery(segment.shot.id)).data ?? [];
  const { start, frames } = segment;
  const source = useMemo(() => stretchOf(player, start, frames), [player, start, frames]);
  return layers.map((audio) => <Layer key={audio.id} audio={audio} source={source} timeline={timeline} />);
}

/** Plays along with a playhead: at single speed it sounds, at any other it is silent. */
function Layer({ audio, source, timeline }: { audio: Pictured; source: FrameSource; timeline: Timeline }) {
  const element = useRef<HTMLAudioElement>(null);
  const { rate } = timeline;
  useEffect(() => {
    const sound = element.current;
    if (!sound) return;
    const follow = () => {
      const { volume, muted } = useSound.getState();
      sound.volume = volume;
      sound.muted = muted;
      const due = framesToSeconds(source.currentFrame(), rate);
      if (source.currentSpeed() !== 1 || due >= (sound.duration || Infinity)) {
        if (!sound.paused) sound.pause();
        return;
      }
      if (Math.abs(sound.currentTime - due) > reach && !sound.seeking) sound.currentTime = due;
      if (sound.paused) void sound.play().catch(() => undefined);
    };
    const leave = [source.subscribe(follow), useSound.subscribe(follow)];
    follow();
    return () => {
      for (const end of leave) end();
      sound.pause();
    };
  }, [source, rate]);
  return <audio ref={element} src={mediaUrl(audio) ?? undefined} preload="auto" />;
}
