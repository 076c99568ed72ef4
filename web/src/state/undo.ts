import { create } from 'zustand';

interface Undoable {
  label: string;
  undo: () => Promise<unknown>;
}

interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'bad';
  /** Present when the toast offers Undo. */
  undoable: Undoable | null;
}

interface Feedback {
  toasts: Toast[];
  history: Undoable[];
}

const depth = 100;
const shown = 3;
let nextId = 1;

export const useFeedback = create<Feedback>(() => ({ toasts: [], history: [] }));

/** Says what was done and keeps the way back: the toast's button and Ctrl+Z do the same. */
export function did(label: string, undo: () => Promise<unknown>): void {
  const undoable = { label, undo };
  useFeedback.setState(({ toasts, history }) => ({
    toasts: [...toasts, { id: nextId++, text: label, tone: 'plain' as const, undoable }].slice(-shown),
    history: [...history, undoable].slice(-depth),
  }));
}

export function say(text: string, tone: Toast['tone'] = 'plain'): void {
  useFeedback.setState(({ toasts }) => ({ toasts: [...toasts, { id: nextId++, text, tone, undoable: null }].slice(-shown) }));
}

export function dismiss(id: number): void {
  useFeedback.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** Undoes one step, the latest by default; false when there is none. */
export async function undoStep(step?: Undoable): Promise<boolean> {
  const target = step ?? useFeedback.getState().history.at(-1);
  if (!target) return false;
  useFeedback.setState(({ toasts, history }) => ({
    history: history.filter((entry) => entry !== target),
    toasts: toasts.filter((toast) => toast.undoable !== target),
  }));
  await target.undo();
  return true;
}
