import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const nameOf = (key: string) => `mofan.${key}`;

/** What this browser remembers for its user. Storage may be forbidden: then nothing is remembered. */
export const stored = (key: string): string | null => {
  try {
    return localStorage.getItem(nameOf(key));
  } catch {
    return null;
  }
};

/** Remembers `value`; null forgets. */
export const store = (key: string, value: string | null) => {
  try {
    if (value === null) localStorage.removeItem(nameOf(key));
    else localStorage.setItem(nameOf(key), value);
  } catch {
    // a full or forbidden storage must not stop the work
  }
  listeners.forEach((listener) => listener());
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useStored = (key: string): [string | null, (value: string | null) => void] => [
  useSyncExternalStore(subscribe, () => stored(key)),
  (value) => store(key, value),
];
