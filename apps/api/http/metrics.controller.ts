import { Controller, Get, Header, Headers, Inject } from '@nestjs/common';
import { createHash, timingSafeEqual } from 'node:crypto';
import { accessErrors, type Config, CONFIG, Grant } from '#yui/platform';
import { SecurityLog } from './security-log.js';

/** What monitors read of this process. Anyone who has not the token finds nothing here. */
@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'METRICS_TOKEN'>,
    private readonly log: SecurityLog,
  ) {}

  /** @throws ACCESS.NOT_FOUND */
  @Grant('PUBLIC')
  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  show(@Headers('authorization') authorization: string | undefined): string {
    const { METRICS_TOKEN: token } = this.config;
    if (token === null || !isSame(authorization ?? '', `Bearer ${token}`)) throw accessErrors.NOT_FOUND();
    return this.log.metrics();
  }
}

const isSame = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));
const digest = (value: string) => createHash('sha256').update(value).digest();
