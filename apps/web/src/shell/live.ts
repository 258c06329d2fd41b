import type { Changed, LiveMessage } from '@mofan/contracts/operations';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { shownBy } from '../http/freshness.ts';
import { sessionKey } from './session.ts';

const GATHER = 50;
const QUIET = 10_000;
const REOPEN = 3_000;

/**
 * Reads anew what others changed, without a reload. The browser resumes a broken stream by itself; where the server
 * ended it for good it is opened again and everything is read, since the messages in between are lost.
 * True when the network is gone, or the line has been down for more than ten seconds.
 */
export const useLive = (): boolean => {
  const client = useQueryClient();
  const [offline, setOffline] = useState(!navigator.onLine);

  useEffect(() => {
    let source: EventSource;
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let silence: ReturnType<typeof setTimeout> | undefined;
    let reopening: ReturnType<typeof setTimeout> | undefined;
    const topics = new Set<Changed['topic']>();

    const refresh = () => {
      gathering = undefined;
      const shown = new Set<unknown>([...topics].flatMap((topic) => shownBy[topic]));
      topics.clear();
      void client.invalidateQueries({ predicate: ({ queryKey }) => shown.has(queryKey[0]) });
    };
    const gather = (topic: Changed['topic']) => {
      if (topic in shownBy) topics.add(topic);
      gathering ??= setTimeout(refresh, GATHER);
    };
    const open = (again: boolean) => {
      source = new EventSource('/api/live');
      source.onopen = () => {
        clearTimeout(silence);
        silence = undefined;
        setOffline(false);
        if (again) gather('everything');
      };
      source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
        for (const { topic } of JSON.parse(data) as LiveMessage) gather(topic);
      });
      source.onerror = () => {
        silence ??= setTimeout(() => setOffline(true), QUIET);
        if (source.readyState !== EventSource.CLOSED) return;
        // the session may have ended: asking who one is tells
        void client.invalidateQueries({ queryKey: sessionKey });
        reopening = setTimeout(() => open(true), REOPEN);
      };
    };
    const lost = () => setOffline(true);
    // the old stream may hang for minutes before it notices
    const back = () => {
      source.close();
      clearTimeout(reopening);
      open(true);
    };
    open(false);
    window.addEventListener('offline', lost);
    window.addEventListener('online', back);
    return () => {
      window.removeEventListener('offline', lost);
      window.removeEventListener('online', back);
      source.close();
      [gathering, silence, reopening].forEach(clearTimeout);
    };
  }, [client]);

  return offline;
};
