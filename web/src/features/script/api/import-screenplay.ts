import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

export type ScriptFormat = 'fountain' | 'fdx';

export interface Script {
  name: string;
  format: ScriptFormat;
  /** The bytes as they are: the server finds out the encoding. */
  bytes: Blob;
}

/** Final Draft by its ending or by its first sign; everything else is Fountain, which is plain text. */
export async function scriptOf(file: File): Promise<Script> {
  const start = await file.slice(0, 200).text();
  const fdx = /\.fdx$/i.test(file.name) || /^\s*<\?xml[\s\S]*/.test(start.replace(/^\uFEFF/, ''));
  return { name: file.name, format: fdx ? 'fdx' : 'fountain', bytes: file };
}

/** Reports what the script would change; changes nothing. */
export function useTryScript(filmId: string) {
  return useMutation({
    mutationFn: ({ format, bytes }: Script) => client.importScreenplay(filmId, bytes, format, true),
  });
}

/** Takes the script in: the call is the acceptance of the report. */
export function useImportScript(filmId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ format, bytes }: Script) => client.importScreenplay(filmId, bytes, format, false),
    onSuccess: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.structure(filmId) }),
        cache.invalidateQueries({ queryKey: keys.films }),
      ]),
  });
}
