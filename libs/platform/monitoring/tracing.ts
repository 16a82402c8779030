import type { OnApplicationShutdown } from '@nestjs/common';
import type { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { Config } from '../config/load-config.js';

/** Sends what this process traces to the collector of OTEL_EXPORTER_OTLP_ENDPOINT. @see https://opentelemetry.io/docs/specs/otlp/ */
export class Tracing implements OnApplicationShutdown {
  private constructor(private readonly provider: NodeTracerProvider | null) {}

  /** Without a collector nothing is traced, and nothing of it is loaded. @param processName `api` or `worker` */
  static async begin(
    { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }: Pick<Config, 'OTEL_EXPORTER_OTLP_ENDPOINT'>,
    processName: string,
  ): Promise<Tracing> {
    if (endpoint === null) return new Tracing(null);
    const [{ OTLPTraceExporter }, { resourceFromAttributes }, { BatchSpanProcessor, NodeTracerProvider }] =
      await Promise.all([
        import('@opentelemetry/exporter-trace-otlp-http'),
        import('@opentelemetry/resources'),
        import('@opentelemetry/sdk-trace-node'),
      ]);
    const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/u, '')}/v1/traces` });
    const provider = new NodeTracerProvider({
      resource: resourceFromAttributes({ 'service.name': `yui-${processName}` }),
      spanProcessors: [new BatchSpanProcessor(exporter)],
    });
    provider.register();
    return new Tracing(provider);
  }

  /** What was not sent yet is; a collector that is away keeps nobody. */
  async onApplicationShutdown(): Promise<void> {
    await this.provider?.shutdown().catch(() => undefined);
  }
}
