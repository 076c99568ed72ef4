/** The first that matches names the program: browsers call themselves by each other's names, the particular ones first. */
const programs: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\bYaBrowser\//, 'Yandex Browser'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\bHeadlessChrome\//, 'Chrome'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/\S+.*\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** "Firefox · Linux" of what a program calls itself; a program of another kind by its own first word, null when it said nothing. */
export function deviceOf(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const first = (table: typeof programs) => table.find(([pattern]) => pattern.test(userAgent))?.[1];
  const known = [first(programs), first(systems)].filter(Boolean);
  return known.length > 0 ? known.join(' · ') : userAgent.split(/[\s/]/)[0]!.slice(0, 40);
}
