export interface ShotSeed {
  title: string;
  action: string;
  size: string;
  angle?: string;
  movement?: string;
  frames: number;
  takes: number;
  selected?: number;
  /** The number of an attempt that made no take. */
  failed?: number;
}

export const scenes: { heading: string; shots: ShotSeed[] }[] = [
  {
    heading: 'Ext. salt flats, dusk',
    shots: [
      {
        title: 'A cart crosses the white plain',
        action: 'A cart crosses the white plain towards one lit window.',
        size: 'EWS',
        movement: 'pushIn',
        frames: 72,
        takes: 4,
        selected: 3,
      },
      {
        title: 'Mira walks beside the mule',
        action: 'Mira walks beside the mule, counting posts.',
        size: 'WS',
        movement: 'track',
        frames: 56,
        takes: 6,
        selected: 5,
      },
      {
        title: 'The toll keeper lifts the bar',
        action: 'The toll keeper lifts the bar and does not look up.',
        size: 'MS',
        frames: 36,
        takes: 3,
        selected: 2,
      },
      { title: 'He names the toll', action: 'He names the toll. It is more than last year.', size: 'MS', frames: 40, takes: 4 },
    ],
  },
  {
    heading: 'Int. toll house, night',
    shots: [
      {
        title: 'Down the stair with one lamp',
        action: 'Down the stair with one lamp.',
        size: 'WS',
        movement: 'crane',
        angle: 'high',
        frames: 34,
        takes: 6,
        selected: 6,
      },
      {
        title: 'Oleg weighs the salt',
        action: 'Oleg weighs the salt twice and writes it once.',
        size: 'MS',
        frames: 28,
        takes: 3,
      },
      {
        title: 'Mira hears the wind and decides',
        action: 'Close on Mira by the window, one lantern. She hears the wind, does not turn, and makes up her mind.',
        size: 'CU',
        frames: 96,
        takes: 8,
        selected: 4,
        failed: 3,
      },
      { title: 'Oleg knows the face', action: 'Oleg knows the face.', size: 'ECU', frames: 30, takes: 2, selected: 2 },
      {
        title: '“The road was ours before the salt.”',
        action: '“The road was ours before the salt.”',
        size: 'MS',
        frames: 64,
        takes: 4,
      },
    ],
  },
  {
    heading: 'Ext. roof of the toll house, dawn',
    shots: [
      {
        title: 'Storm; Oleg alone on the roof',
        action: 'Storm. Oleg alone on the roof.',
        size: 'EWS',
        movement: 'tilt',
        angle: 'low',
        frames: 80,
        takes: 7,
      },
      {
        title: 'The bell turns for the last time',
        action: 'The bell turns for the last time.',
        size: 'WS',
        frames: 68,
        takes: 3,
        selected: 3,
      },
      {
        title: 'The cart leaves before light',
        action: 'The cart leaves before light. Oleg does not wave; the lamp stays dark.',
        size: 'EWS',
        frames: 96,
        takes: 0,
      },
    ],
  },
];
