import {
  type Attributes,
  type Span,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'

/** Does nothing, at nearly no cost, until `startTracing` has been asked for by the configuration. */
export const tracer = trace.getTracer('heliograph')

/** An error has phone numbers in its words: the span says only that there was one, and the log says which. */
export const markFailed = (span: Span) =>
  span.setStatus({ code: SpanStatusCode.ERROR })

/**
 * Does something as a span of the trace that it happens in.
 *
 * @param attributes ids and counts; never a body, a phone number or a name
 */
export const traced = <Result>(
  name: string,
  attributes: Attributes,
  work: () => Promise<Result>
): Promise<Result> =>
  tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work()
    } catch (error) {
      markFailed(span)
      throw error
    } finally {
      span.end()
    }
  })
