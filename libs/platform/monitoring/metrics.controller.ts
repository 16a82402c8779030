import { Controller, Get, Header, Headers, Inject, NotFoundException } from '@nestjs/common';
import { createHash, timingSafeEqual } from 'node:crypto';
import { CONFIG } from '../config/config.token.js';
import type { Config } from '../config/load-config.js';
import { Grant } from '../context/grant.js';
import { Metrics } from './metrics.js';

/** What monitors read of this process. Anyone who has not the token finds nothing here. */
@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'METRICS_TOKEN'>,
    private readonly metrics: Metrics,
  ) {}

  /** @throws NotFoundException */
  @Grant('PUBLIC')
  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async show(@Headers('authorization') authorization: string | undefined): Promise<string> {
    const { METRICS_TOKEN: token } = this.config;
    if (token === null || !isSame(authorization ?? '', `Bearer ${token}`)) throw new NotFoundException();
    return this.metrics.text();
  }
}

const isSame = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));
const digest = (value: string) => createHash('sha256').update(value).digest();
