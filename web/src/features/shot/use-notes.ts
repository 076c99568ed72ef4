import { useQuery } from '@tanstack/react-query';
import { notesQuery } from '@/api/requests/list-notes';

export const useNotes = (takeId: string | undefined) => useQuery({ ...notesQuery(takeId ?? ''), enabled: takeId !== undefined });
