import { Inject, Injectable } from '@nestjs/common';
import type { Caller, Place } from '#yui/identity';
import { type Config, CONFIG, defineErrors, type DomainError, type RateLimit, RateLimiter } from '#yui/platform';

/** What every request takes, before anybody looks at what it asks. */
export const UNITS_OF_REQUEST = 1;

const rateErrors = defineErrors('RATE', {
  LIMITED: {
    ja: '短い時間に操作が続いたため、受け付けを止めています。{seconds}秒ほど待ってから、もう一度お試しください。',
    en: 'Too many requests in a short time. Try again in {seconds} seconds.',
  },
});

/** A request that comes too soon. */
export interface TooSoon {
  /** RATE.LIMITED */
  readonly error: DomainError;
  /** For `Retry-After`. */
  readonly seconds: number;
}

interface Asker {
  readonly caller: Caller | null;
  readonly place: Pick<Place, 'address'>;
}

/**
 * Who is signed in is limited by who they are, wherever they are: an office behind one address is many people. A machine
 * counts apart from the person whose token it has, and both count for their organisation. Only who is not signed in is
 * limited by where they are.
 */
@Injectable()
export class RateLimits {
  constructor(
    @Inject(CONFIG)
    private readonly config: Pick<
      Config,
      'RATE_LIMIT_PER_ACCOUNT' | 'RATE_LIMIT_PER_ORGANISATION' | 'RATE_LIMIT_PER_ADDRESS'
    >,
    private readonly limiter: RateLimiter,
  ) {}

  /** @returns null: go on */
  async take(asker: Asker, units: number): Promise<TooSoon | null> {
    const limits = this.limitsOf(asker).filter(({ unitsPerMinute }) => unitsPerMinute > 0);
    const waitSeconds = await this.limiter.take(limits, units);
    if (waitSeconds <= 0) return null;
    const seconds = Math.ceil(waitSeconds);
    return { error: rateErrors.LIMITED({ seconds }), seconds };
  }

  private limitsOf({ caller, place }: Asker): RateLimit[] {
    if (!caller) return [{ name: `address ${place.address}`, unitsPerMinute: this.config.RATE_LIMIT_PER_ADDRESS }];
    const { accountId, organisationId } = caller.actor;
    return [
      {
        name: `${caller.session ? 'account' : 'machine of'} ${accountId}`,
        unitsPerMinute: this.config.RATE_LIMIT_PER_ACCOUNT,
      },
      { name: `organisation ${organisationId}`, unitsPerMinute: this.config.RATE_LIMIT_PER_ORGANISATION },
    ];
  }
}
