import { isVideo, mediaUrl } from '@/api/media';
import { Clip, type ClipProps } from './Clip';
import './player.css';

/** The picture of a take: a still as it is, at every frame; a moving one at the frame that its source says. */
export function TakeView(props: ClipProps) {
  const url = mediaUrl(props.take);
  if (!url) return null;
  if (isVideo(props.take)) return <Clip {...props} />;
  return <img src={url} alt={props.alt} draggable={false} decoding="sync" />;
}
