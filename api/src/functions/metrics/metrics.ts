import { createHash, timingSafeEqual } from 'node:crypto'

import type { APIGatewayProxyEvent } from 'aws-lambda'

import { config } from 'src/lib/config/config'
import { updateGauges } from 'src/lib/metrics/gauges'
import { registry, watchProcess } from 'src/lib/metrics/registry'

watchProcess()

const digest = (text: string) => createHash('sha256').update(text).digest()

const isToken = (given: string) =>
  !!config.metricsToken &&
  timingSafeEqual(digest(given), digest(config.metricsToken))

const refuse = (statusCode: number, body: string, headers = {}) => ({
  statusCode,
  headers: { 'Content-Type': 'text/plain', ...headers },
  body,
})

/** For Prometheus, with `Authorization: Bearer <METRICS_TOKEN>`. Without a configured token nobody gets in. */
export const handler = async ({
  headers,
}: Pick<APIGatewayProxyEvent, 'headers'>) => {
  if (!config.metricsToken) {
    return refuse(403, 'METRICS_TOKEN is not set')
  }
  const [, token] =
    /^bearer (\S+)$/i.exec(
      headers.authorization ?? headers.Authorization ?? ''
    ) ?? []
  if (!token) {
    const challenge = { 'WWW-Authenticate': 'Bearer' }
    return refuse(401, 'A bearer token is needed', challenge)
  }
  if (!isToken(token)) {
    return refuse(403, 'This is another token')
  }
  await updateGauges()
  return {
    statusCode: 200,
    headers: {
      'Content-Type': registry.contentType,
      'Cache-Control': 'no-store',
    },
    body: await registry.metrics(),
  }
}
