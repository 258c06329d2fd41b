import type { SessionStore } from '@fastify/session';
import type { Session } from 'fastify';

type Done = (error?: unknown) => void;
type Got = (error: unknown, session?: Session | null) => void;

/** A revoked session is refused at the latest after this long. */
const FRESH_MS = 1000;
const MOST = 10_000;

/** Keeps what the store answered for at most a second, so that a page's many requests read their session once. */
export class CachedSessionStore implements SessionStore {
  private readonly cache = new Map<string, { at: number; json: string }>();

  constructor(private readonly inner: SessionStore) {}

  get(sid: string, done: Got): void {
    const hit = this.cache.get(sid);
    if (hit && performance.now() - hit.at < FRESH_MS) return done(null, JSON.parse(hit.json) as Session);
    this.inner.get(sid, (error, session) => {
      this.cache.delete(sid);
      if (!error && session) this.keep(sid, session as Session);
      done(error, session as Session | null);
    });
  }

  set(sid: string, session: Session, done: Done): void {
    this.cache.delete(sid);
    this.inner.set(sid, session, done);
  }

  destroy(sid: string, done: Done): void {
    this.cache.delete(sid);
    this.inner.destroy(sid, done);
  }

  private keep(sid: string, session: Session) {
    if (this.cache.size >= MOST) this.cache.clear();
    this.cache.set(sid, { at: performance.now(), json: JSON.stringify(session) });
  }
}
