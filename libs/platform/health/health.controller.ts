import { Controller, Get, Header } from '@nestjs/common';
import { HealthCheck, HealthCheckService } from '@nestjs/terminus';
import { Grant } from '../context/grant.js';
import { StorageCheck } from '../storage/storage-check.js';
import { Readiness } from './readiness.js';

/**
 * Live: the process answers. Ready: it can do its work; a balancer sends people only here. Without a name: that, and whether
 * anything waits for a person; a monitor looks here.
 */
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly readiness: Readiness,
    private readonly storage: StorageCheck,
  ) {}

  @Get()
  @HealthCheck()
  async all() {
    return this.health.check([async () => this.storage.check(), ...this.readiness.allChecks]);
  }

  @Grant('PUBLIC')
  @Get('live')
  @Header('Cache-Control', 'no-store')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Grant('PUBLIC')
  @Get('ready')
  @HealthCheck()
  async ready() {
    return this.health.check([async () => this.storage.check(), ...this.readiness.checks]);
  }
}
