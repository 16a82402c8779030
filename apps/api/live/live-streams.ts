import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { OpenSessions, type PersonCaller } from '#yui/identity';
import { AudienceQueries, type LiveChange } from '#yui/notifications';
import { type Announcement, Announcements, errorForLog } from '#yui/platform';

/** Proxies close what is silent for half a minute or a whole one. */
const HEARTBEAT_MS = 25_000;
/** How soon a stream ends after its session did, or acts for another organisation. */
const SESSIONS_CHECKED_MS = 900;
/** A browser needs one; the second is the one it has not noticed the end of. */
const MAX_PER_SESSION = 8;
const MAX_STREAMS = 2000;

interface Stream {
  readonly sessionId: string;
  readonly organisationId: string;
  readonly response: ServerResponse;
}

/** The streams this process holds open, and what goes out on them. */
@Injectable()
export class LiveStreams implements OnModuleDestroy {
  private readonly logger = new Logger(LiveStreams.name);
  private readonly streams = new Set<Stream>();
  private readonly timers: NodeJS.Timeout[] = [];
  private stopListening: (() => void) | undefined;

  constructor(
    private readonly announcements: Announcements,
    private readonly audience: AudienceQueries,
    private readonly sessions: OpenSessions,
  ) {}

  hasRoomFor(sessionId: string): boolean {
    const ofSession = [...this.streams].filter((stream) => stream.sessionId === sessionId).length;
    return this.streams.size < MAX_STREAMS && ofSession < MAX_PER_SESSION;
  }

  /** Keeps `response` open until its session ends, its role changes, or the browser goes. */
  open({ actor, session }: PersonCaller, response: ServerResponse): void {
    const stream: Stream = { sessionId: session.id, organisationId: actor.organisationId, response };
    this.streams.add(stream);
    response.on('close', () => this.streams.delete(stream));
    this.begin();
  }

  onModuleDestroy(): void {
    this.stopListening?.();
    for (const timer of this.timers) clearInterval(timer);
    for (const { response } of this.streams) response.end();
  }

  /** What every process would do from its start on costs nothing until somebody watches. */
  private begin(): void {
    if (this.stopListening) return;
    this.stopListening = this.announcements.listen((announcement) => void this.spread(announcement));
    this.timers.push(
      setInterval(() => this.write(() => true, ': still here\n\n'), HEARTBEAT_MS).unref(),
      setInterval(() => void this.endWhatEnded(), SESSIONS_CHECKED_MS).unref(),
    );
  }

  private async spread(announcement: Announcement | null): Promise<void> {
    if (this.streams.size === 0) return;
    if (announcement === null) {
      this.write(() => true, messageOf(null));
      return;
    }
    try {
      for (const change of await this.audience.of(announcement)) {
        this.write(({ organisationId }) => organisationId === change.organisationId, messageOf(change));
      }
    } catch (error) {
      this.logger.warn({ msg: 'an event was not spread', id: announcement.id, error: errorForLog(error) });
      this.write(() => true, messageOf(null));
    }
  }

  private async endWhatEnded(): Promise<void> {
    if (this.streams.size === 0) return;
    try {
      const ids = [...new Set([...this.streams].map(({ sessionId }) => sessionId))];
      const organisations = await this.sessions.organisationsOf(ids);
      for (const { sessionId, organisationId, response } of this.streams) {
        if (organisations.get(sessionId) !== organisationId) response.end();
      }
    } catch (error) {
      this.logger.warn({ msg: 'sessions of streams were not checked', error: errorForLog(error) });
    }
  }

  private write(isFor: (stream: Stream) => boolean, text: string): void {
    for (const stream of this.streams) if (isFor(stream)) stream.response.write(text);
  }
}

/** As server-sent events are written; null says that something may have changed. */
export function messageOf(change: LiveChange | null): string {
  if (change === null) return 'event: changed\ndata: {}\n\n';
  const { id, kind, workOrderId, assignmentId } = change;
  return `id: ${id}\nevent: changed\ndata: ${JSON.stringify({ id, kind, workOrderId, assignmentId })}\n\n`;
}
