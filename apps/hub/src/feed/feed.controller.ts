import { Controller, Headers, type MessageEvent, type OnModuleDestroy, Req, Sse } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Hub } from '@samspor/casework';
import { Observable, Subject, takeUntil } from 'rxjs';
import { Access } from '../auth/access.decorator.js';
import type { PermittedRequest } from '../auth/access.guard.js';
import { ActorLimits } from '../limits.per-actor.js';

const heartbeatMs = 15_000;

/** Says only that something changed and up to where; what it was, the reader fetches with its own rights. */
@ApiTags('Feed')
@ApiBearerAuth()
@Controller('api/feed')
export class FeedController implements OnModuleDestroy {
  private readonly stopped = new Subject<void>();

  constructor(
    private readonly hub: Hub,
    private readonly limits: ActorLimits,
  ) {}

  @Sse()
  @Access('signed-in')
  @ApiOperation({ summary: 'A server-sent event each time the views have moved on; resume with Last-Event-ID.' })
  @ApiProduces('text/event-stream')
  changes(@Req() { user }: PermittedRequest, @Headers('last-event-id') lastEventId?: string): Observable<MessageEvent> {
    this.limits.admitFeed(user.id);
    return new Observable<MessageEvent>((reader) => {
      const closeFeed = this.limits.openFeed(user.id);
      const tell = (position: bigint): void => reader.next({ id: String(position), type: 'changed', data: { position: String(position) } });
      const seen = /^\d{1,19}$/.test(lastEventId ?? '') ? BigInt(lastEventId ?? '0') : undefined;
      const now = this.hub.shown;
      if (now !== undefined && (seen === undefined || now > seen)) tell(now);
      const stopListening = this.hub.projector.onChange(tell);
      const heartbeat = setInterval(() => reader.next({ type: 'heartbeat', data: {} }), heartbeatMs);
      return () => {
        clearInterval(heartbeat);
        stopListening();
        closeFeed();
      };
    }).pipe(takeUntil(this.stopped));
  }

  /** Open feeds would otherwise hold the shutdown. */
  onModuleDestroy(): void {
    this.stopped.next();
  }
}
