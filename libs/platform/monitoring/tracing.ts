import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { CONFIG } from '../config/config.token.js';
import type { Config } from '../config/load-config.js';

/** Token: `api` or `worker`. */
export const PROCESS_NAME = Symbol('PROCESS_NAME');

/** Sends what this process traces to the collector of OTEL_EXPORTER_OTLP_ENDPOINT. @see https://opentelemetry.io/docs/specs/otlp/ */
@Injectable()
export class Tracing implements OnApplicationShutdown {
  private readonly provider: NodeTracerProvider | null = null;

  constructor(
    @Inject(CONFIG) { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }: Pick<Config, 'OTEL_EXPORTER_OTLP_ENDPOINT'>,
    @Inject(PROCESS_NAME) processName: string,
  ) {
    if (endpoint === null) return;
    const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/u, '')}/v1/traces` });
    this.provider = new NodeTracerProvider({
      resource: resourceFromAttributes({ 'service.name': `yui-${processName}` }),
      spanProcessors: [new BatchSpanProcessor(exporter)],
    });
    this.provider.register();
  }

  /** What was not sent yet is; a collector that is away keeps nobody. */
  async onApplicationShutdown(): Promise<void> {
    await this.provider?.shutdown().catch(() => undefined);
  }
}
