import { applyDecorators, Controller, Headers, SetMetadata, Sse, type MessageEvent } from '@nestjs/common';
import { readLive } from '@mofan/contracts/operations';
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
  ): Promise<Observable<MessageEvent>> {
    return this.stream.of(caller, lastEventId);
  }
}
