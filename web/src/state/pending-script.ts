import { create } from 'zustand';

/** A script chosen before its film existed: the script page takes it up. */
export const usePendingScript = create<{ file: File | null }>(() => ({ file: null }));

export const passScript = (file: File): void => usePendingScript.setState({ file });

export function takePendingScript(): File | null {
  const { file } = usePendingScript.getState();
  if (file) usePendingScript.setState({ file: null });
  return file;
}
