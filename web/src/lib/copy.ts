/** Copies a text; false where the browser refuses, as it does on plain HTTP: then it is selected and copied by hand. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
