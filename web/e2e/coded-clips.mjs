// Clips whose every frame says its own number in pixels: sixteen blocks, black for 0 and white for 1, the lowest bit first.
import { spawn } from 'node:child_process';

export const width = 320;
export const height = 176;
const bits = 16;
const block = width / bits;

const codecs = {
  // As cameras and providers send it: sparse key frames, B-frames in between.
  h264: {
    ending: 'mp4',
    type: 'video/mp4',
    options: ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-g', '48', '-bf', '2', '-movflags', '+faststart'],
  },
  vp9: {
    ending: 'webm',
    type: 'video/webm',
    options: ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '400k', '-g', '48'],
  },
};

export const typeOf = (codec) => codecs[codec].type;

function picture(frame) {
  const row = Buffer.alloc(width);
  for (let bit = 0; bit < bits; bit++) row.fill((frame >> bit) & 1 ? 235 : 16, bit * block, (bit + 1) * block);
  const gray = Buffer.alloc(width * height);
  for (let y = 0; y < height; y++) row.copy(gray, y * width);
  return gray;
}

/** Makes a clip of `frames` frames at `rate` ("24000/1001"), numbered from `first`, and answers its path. */
export async function codedClip(folder, codec, rate, frames, first = 0) {
  const path = `${folder}/${codec}-${rate.replace('/', '_')}-${first}.${codecs[codec].ending}`;
  const input = ['-f', 'rawvideo', '-pix_fmt', 'gray', '-s', `${width}x${height}`, '-r', rate, '-i', 'pipe:0'];
  const sound = ['-f', 'lavfi', '-i', `sine=frequency=${300 + (first % 7) * 60}:sample_rate=48000`, '-shortest'];
  const ffmpeg = spawn(
    'ffmpeg',
    ['-v', 'error', '-y', ...input, ...sound, '-pix_fmt', 'yuv420p', ...codecs[codec].options, path],
    {
      stdio: ['pipe', 'ignore', 'pipe'],
    },
  );
  let said = '';
  ffmpeg.stderr.on('data', (text) => (said += text));
  const ended = new Promise((resolve, reject) => {
    ffmpeg.on('error', reject);
    ffmpeg.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`ffmpeg: ${said.slice(-600)}`))));
  });
  ffmpeg.stdin.on('error', () => undefined);
  for (let frame = first; frame < first + frames; frame++) {
    if (!ffmpeg.stdin.write(picture(frame)))
      await Promise.race([new Promise((resume) => ffmpeg.stdin.once('drain', resume)), ended]);
  }
  ffmpeg.stdin.end();
  await ended;
  return path;
}

/** For the page: reads the number off a video element, as it stands on the screen. */
export const readerSource = `
  window.numberOn = (video) => {
    window.reader ??= new OffscreenCanvas(${width}, ${height}).getContext('2d', { willReadFrequently: true });
    window.reader.drawImage(video, 0, 0, ${width}, ${height});
    const { data } = window.reader.getImageData(0, ${height / 2}, ${width}, 1);
    let number = 0;
    for (let bit = 0; bit < ${bits}; bit++) if (data[(bit * ${block} + ${block / 2}) * 4] > 127) number |= 1 << bit;
    return number;
  };
`;
