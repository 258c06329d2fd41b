import { applyDecorators, Controller, Headers, Req, SetMetadata, Sse, type MessageEvent } from '@nestjs/common';
import { readLive } from '@mofan/contracts/operations';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { CalledBy, type Caller } from '../platform/caller.ts';
import { ENDPOINT } from '../platform/implements.ts';
import { LiveStream } from './live-stream.ts';

/** Nest's own route for streams sends the headers that keep proxies from buffering. */
const ImplementsStream = () => applyDecorators(Sse(readLive.path), SetMetadata(ENDPOINT, readLive));

@Controller()
export class LiveController {
  constructor(private readonly stream: LiveStream) {}

  @ImplementsStream()
  live(
    @CalledBy() caller: Caller,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() { sessionStore, session }: FastifyRequest,
  ): Promise<Observable<MessageEvent>> {
    const { sessionId } = session;
    const stillSignedIn = () =>
      new Promise<boolean>((resolve) => {
        sessionStore.get(sessionId, (error, found) => resolve(!error && found?.caller !== undefined));
      });
    return this.stream.of(caller, lastEventId, stillSignedIn);
  }
}
