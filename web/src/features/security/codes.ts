/** A secret in groups of four, to be read off and typed. */
export const inFours = (secret: string): string => secret.match(/.{1,4}/gu)?.join(' ') ?? '';

/** The text of the file that keeps recovery codes: one a line, with what they are for above them. */
export const recoveryFile = (heading: string, codes: readonly string[]): string => `${heading}\n\n${codes.join('\n')}\n`;
