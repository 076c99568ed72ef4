import { useQuery } from '@tanstack/react-query';
import { shotPosterQuery } from '@/api/requests/get-shot-poster';
import type { Shot } from '@/api/types';
import { needsPick } from '@/film/structure';
import { Picture } from './Picture';

interface Props {
  shot: Shot;
  size?: 320 | 480 | 960;
  /** Whether a shot without a pick may cost a request; strips of a whole film show only what is already here. */
  fetch?: boolean;
}

/** What stands for a shot: its pick, else the newest of its takes. */
export function ShotPicture({ shot, size = 480, fetch = true }: Props) {
  const poster = useQuery({ ...shotPosterQuery(shot), enabled: fetch && needsPick(shot) }).data;
  const picture = shot.selectedTake ?? poster;
  return picture ? <Picture take={picture} size={size} alt="" /> : null;
}
