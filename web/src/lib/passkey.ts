/** Whether this browser can keep and present passkeys on this page; it refuses on plain HTTP. */
export const passkeysWork = (): boolean =>
  typeof window.PublicKeyCredential === 'function' && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function';

/** Asks the person for a passkey they have; throws what the browser says when they give none. */
export async function presentPasskey(options: PublicKeyCredentialRequestOptionsJSON): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return toJson(await navigator.credentials.get({ publicKey }));
}

/** Has the browser make a passkey; throws what it says when the person changes their mind. */
export async function makePasskey(options: PublicKeyCredentialCreationOptionsJSON): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  return toJson(await navigator.credentials.create({ publicKey }));
}

function toJson(credential: Credential | null): unknown {
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException('No passkey was given.', 'NotAllowedError');
  return credential.toJSON();
}

/** The person put the browser's question away, or had nothing to answer it with. */
export const wasDeclined = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError');

/** The device holds a passkey of this account already. */
export const isKnownDevice = (error: unknown): boolean => error instanceof DOMException && error.name === 'InvalidStateError';
