import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, UnitOfWork } from '#yui/platform';
import type { PersonCaller } from './caller.js';
import type { SignInMethod } from './open-session.js';

export interface SessionView {
  readonly id: string;
  readonly createdAt: Date;
  /** To within five minutes. */
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  /** `Firefox, Windows`; empty when the browser did not say. */
  readonly userAgent: string;
  readonly method: SignInMethod;
  readonly isCurrent: boolean;
}

@Injectable()
export class SessionQueries {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'SESSION_IDLE_MINUTES'>,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The sessions of the acting person that are open, the last used first. */
  async ofCaller({ actor, session }: PersonCaller): Promise<SessionView[]> {
    return this.unitOfWork.read(actor, async (db) =>
      db.query<SessionView[]>(
        `SELECT id, created_at AS "createdAt", last_used_at AS "lastUsedAt", expires_at AS "expiresAt",
         user_agent AS "userAgent", method, id = $2 AS "isCurrent"
       FROM session WHERE account_id = $1 AND ended_at IS NULL AND expires_at > now()
         AND last_used_at > now() - make_interval(mins => $3)
       ORDER BY last_used_at DESC, id`,
        [actor.accountId, session.id, this.config.SESSION_IDLE_MINUTES],
      ),
    );
  }
}
