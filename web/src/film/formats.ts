/** The frame rates that are offered, as the server writes them, and how people call them. */
export const frameRates = [
  ['24', '24 fps'],
  ['24000/1001', '23.976 fps'],
  ['25', '25 fps'],
  ['30000/1001', '29.97 fps'],
  ['30', '30 fps'],
  ['60000/1001', '59.94 fps'],
] as const;

/** The shapes of picture that are offered. */
export const aspectRatios = [
  ['16:9', '16:9'],
  ['1.85:1', '1.85:1'],
  ['2.39:1', '2.39:1'],
  ['4:3', '4:3'],
] as const;
