import { useEffect, useRef } from 'react';
import { comboOf } from './combo';
import type { Scope } from './actions';
import { resolvePress, useKeymap } from './keymap';

/** Returning false leaves the press to whoever is next, the browser included. */
export type KeyHandler = (event: KeyboardEvent) => boolean | void;
export type KeyHandlers = Record<string, KeyHandler>;

interface Layer {
  scope: Scope;
  handlers: () => KeyHandlers;
}

const layers: Layer[] = [];
let pending: string | null = null;
let pendingSince = 0;
const pendingMs = 1200;

const editable = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !isButtonLike(target);

const isButtonLike = (element: HTMLElement) =>
  element instanceof HTMLInputElement && ['checkbox', 'radio', 'button', 'submit'].includes(element.type);

/** A focused button keeps Space and Enter; a menu or dialog keeps everything but what opened it. */
const claimedByControl = (event: KeyboardEvent) =>
  event.target instanceof HTMLElement &&
  (event.target.closest('[role=menu],[role=listbox],[role=slider]') !== null
    ? !event.ctrlKey && !event.metaKey
    : (event.key === 'Enter' || event.key === ' ') &&
      !event.ctrlKey &&
      event.target.closest('button,a,summary,[role=radio],[role=tab],input') !== null);

function onKeyDown(event: KeyboardEvent): void {
  const { enabled, overrides } = useKeymap.getState();
  if (!enabled || event.defaultPrevented || event.isComposing) return;
  if (document.querySelector('dialog[open]') !== null) return;
  if (editable(event.target) && !(event.ctrlKey || event.metaKey)) return;
  if (editable(event.target) && event.code === 'KeyZ') return;
  if (claimedByControl(event)) return;
  const combo = comboOf(event);
  if (combo === null) return;
  const first = pending !== null && event.timeStamp - pendingSince < pendingMs ? pending : null;
  pending = null;
  const found = resolvePress(
    combo,
    first,
    layers.map((layer) => layer.scope),
    overrides,
  );
  if (found === null) return;
  if ('pending' in found) {
    pending = found.pending;
    pendingSince = event.timeStamp;
    return;
  }
  const [scope, id] = found.action.split('.') as [Scope, string];
  for (const layer of layers.toReversed()) {
    if (layer.scope !== scope) continue;
    const handler = layer.handlers()[id];
    if (!handler || handler(event) === false) continue;
    event.preventDefault();
    return;
  }
}

/** Listens for the actions of a scope while the component is shown. */
export function useKeys(scope: Scope, handlers: KeyHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const layer: Layer = { scope, handlers: () => latest.current };
    if (layers.length === 0) document.addEventListener('keydown', onKeyDown);
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length === 0) document.removeEventListener('keydown', onKeyDown);
    };
  }, [scope]);
}
