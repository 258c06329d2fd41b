import { useSyncExternalStore } from 'react';

interface Toast {
  id: number;
  text: string;
}

let shown: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

const change = (toasts: readonly Toast[]) => {
  shown = toasts;
  listeners.forEach((listener) => listener());
};

/** Says that something is done, in passing. What needs an answer does not belong here. */
export const toast = (text: string) => {
  const id = next++;
  change([...shown, { id, text }]);
  setTimeout(() => change(shown.filter((each) => each.id !== id)), 5000);
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Where the toasts appear; a live region, so that they are read out. */
export const Toasts = () => (
  <div className="toasts" role="status" aria-live="polite" data-testid="toasts">
    {useSyncExternalStore(subscribe, () => shown).map(({ id, text }) => (
      <div key={id}>{text}</div>
    ))}
  </div>
);
