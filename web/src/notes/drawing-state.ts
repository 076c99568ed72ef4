import { create } from 'zustand';
import type { Mark, Tool } from './drawing';

interface DrawingState {
  /** The take that is drawn on; null while nobody draws. */
  takeId: string | null;
  tool: Tool;
  marks: readonly Mark[];
  begin(takeId: string): void;
  setTool(tool: Tool): void;
  add(mark: Mark): void;
  takeBack(): void;
  /** Forgets what was drawn, or what was sent. */
  end(): void;
}

/** What is being drawn for a note that is not written yet. */
export const useDrawing = create<DrawingState>((set) => ({
  takeId: null,
  tool: 'pen',
  marks: [],
  begin: (takeId) => set((now) => (now.takeId === takeId ? now : { takeId, marks: [] })),
  setTool: (tool) => set({ tool }),
  add: (mark) => set(({ marks }) => ({ marks: [...marks, mark] })),
  takeBack: () => set(({ marks }) => ({ marks: marks.slice(0, -1) })),
  end: () => set({ takeId: null, marks: [] }),
}));
