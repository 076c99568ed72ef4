export const passwordMin = 12;
export const passwordMax = 128;

export type PasswordRule = 'length' | 'tooLong';

/** The rules the page can judge: length alone, counted in characters as people see them. The server also refuses common ones. */
export function brokenRule(password: string): PasswordRule | null {
  const length = [...password].length;
  if (length < passwordMin) return 'length';
  return length > passwordMax ? 'tooLong' : null;
}
