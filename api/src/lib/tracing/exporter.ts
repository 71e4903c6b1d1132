import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-node'

/**
 * Sends spans to `OTEL_EXPORTER_OTLP_ENDPOINT`, by HTTP. The sampler, the headers and the batches follow OpenTelemetry's
 * own variables: https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 *
 * @returns what sends the last ones, and stops it
 */
export function startExporter(
  serviceName: string,
  exporter: SpanExporter = new OTLPTraceExporter()
): () => Promise<void> {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  })
  provider.register()
  return () => provider.shutdown()
}
