import { Injectable } from '@nestjs/common';
import type { HealthIndicatorResult } from '@nestjs/terminus';
import { Storage } from './storage.js';

/** A balancer asks every second or two; the service behind need not. */
const ASKED_EVERY_MS = 10_000;

/**
 * Says whether files can be kept. Always `up`: all but papers and attachments works without the storage, and what needs
 * it is tried again, so a process must not be taken out of service for it.
 */
@Injectable()
export class StorageCheck {
  private asked: { readonly atMs: number; readonly isReachable: Promise<boolean> } | null = null;

  constructor(private readonly storage: Storage) {}

  async check(): Promise<HealthIndicatorResult> {
    const nowMs = performance.now();
    if (this.asked === null || nowMs - this.asked.atMs > ASKED_EVERY_MS) {
      const isReachable = this.storage.check().then(
        () => true,
        () => false,
      );
      this.asked = { atMs: nowMs, isReachable };
    }
    return { storage: { status: 'up', isReachable: await this.asked.isReachable } };
  }
}
