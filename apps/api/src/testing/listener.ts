import type { Changed } from '@mofan/contracts/operations';

export interface Message {
  id: string | undefined;
  type: string | undefined;
  data: Changed[];
}

export interface Listener {
  headers: Headers;
  /** The messages from the last call on, up to the first that holds a change of which `wanted` is true. */
  until(wanted: (topic: string, unitId: string | null) => boolean): Promise<Message[]>;
  stop(): void;
}

const PATIENCE_MS = 10_000;

/** Listens to a live stream as a browser does; heartbeats are passed over. */
export const listenTo = async (url: string, headers: Record<string, string>): Promise<Listener> => {
  const abort = new AbortController();
  const response = await fetch(url, { headers, signal: abort.signal });
  if (!response.ok || !response.body) throw new Error(`${response.status} ${await response.text()}`);
  const messages: Message[] = [];
  const news = new EventTarget();
  const failed = readInto(response.body, (message) => {
    messages.push(message);
    news.dispatchEvent(new Event('message'));
  });
  failed.catch(() => {});
  let told = 0;
  return {
    headers: response.headers,
    until: async (wanted) => {
      const deadline = Date.now() + PATIENCE_MS;
      const taken: Message[] = [];
      for (;;) {
        for (; told < messages.length;) {
          const message = messages[told++]!;
          taken.push(message);
          if (message.data.some(({ topic, unitId }) => wanted(topic, unitId))) return taken;
        }
        await nextOf(news, deadline, () => new Error(`not heard; heard ${JSON.stringify(taken)}`));
      }
    },
    stop: () => abort.abort(),
  };
};

const nextOf = (news: EventTarget, deadline: number, tooLate: () => Error): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(tooLate()), deadline - Date.now());
    const heard = () => {
      clearTimeout(timer);
      resolve();
    };
    news.addEventListener('message', heard, { once: true });
  });

const readInto = async (body: ReadableStream<Uint8Array>, tell: (message: Message) => void): Promise<void> => {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = parts.pop()!;
    for (const part of parts) {
      const message = parse(part);
      if (message.type === 'changed') tell(message);
    }
  }
};

const parse = (text: string): Message => {
  const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(text)?.[1];
  const type = field('event');
  return { id: field('id'), type, data: type === 'changed' ? (JSON.parse(field('data') ?? '[]') as Changed[]) : [] };
};
