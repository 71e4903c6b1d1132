import type {
  WebhookDelivery as WebhookDeliveryRow,
  WebhookEndpoint as WebhookEndpointRow,
} from '@prisma/client'
import type { MutationResolvers, QueryResolvers } from 'types/graphql'
import { validate as isUuid } from 'uuid'

import { db } from 'src/lib/db'
import { NotFoundError } from 'src/lib/errors'
import type { Relations } from 'src/lib/graphql/relations'
import { behind, pageInfo, toPage } from 'src/lib/paging/keyset'
import { pageSize } from 'src/lib/paging/pageSize'
import { payloadOf } from 'src/lib/webhooks/delivery/payload'
import { replay, replayFailed } from 'src/lib/webhooks/delivery/replay'
import { sendTest } from 'src/lib/webhooks/delivery/sendTest'
import {
  createEndpoint,
  deleteEndpoint,
  rotateSecret,
  updateEndpoint,
} from 'src/lib/webhooks/endpoints/endpoints'

const PAGE = 25

export const webhookEndpoints: QueryResolvers['webhookEndpoints'] = () =>
  db.webhookEndpoint.findMany({
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })

export const webhookDeliveries: QueryResolvers['webhookDeliveries'] = async ({
  endpointId,
  status,
  first,
  after: cursor,
}) => {
  if (!isUuid(endpointId)) {
    throw new NotFoundError('webhook endpoint')
  }
  const size = pageSize(first, PAGE)
  const rows = await db.webhookDelivery.findMany({
    where: {
      endpointId,
      ...(status && { status }),
      AND: [behind('createdAt', cursor)],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: size + 1,
  })
  const { edges, hasMore } = toPage(rows, size, ({ createdAt, id }) => ({
    at: createdAt,
    id,
  }))
  const more = { hasNextPage: hasMore, hasPreviousPage: !!cursor }
  return { edges, pageInfo: pageInfo(edges, more) }
}

export const createWebhookEndpoint: MutationResolvers['createWebhookEndpoint'] =
  ({ input }) => createEndpoint(input)

export const updateWebhookEndpoint: MutationResolvers['updateWebhookEndpoint'] =
  ({ id, input }) => updateEndpoint(id, input)

export const deleteWebhookEndpoint: MutationResolvers['deleteWebhookEndpoint'] =
  ({ id }) => deleteEndpoint(id)

export const rotateWebhookSecret: MutationResolvers['rotateWebhookSecret'] = ({
  id,
}) => rotateSecret(id)

export const sendTestWebhook: MutationResolvers['sendTestWebhook'] = ({
  endpointId,
}) => sendTest(endpointId)

export const replayWebhookDelivery: MutationResolvers['replayWebhookDelivery'] =
  ({ id }) => replay(id)

export const replayFailedWebhookDeliveries: MutationResolvers['replayFailedWebhookDeliveries'] =
  ({ endpointId }) => replayFailed(endpointId)

const countOf = (endpointId: string, status: WebhookDeliveryRow['status']) =>
  db.webhookDelivery.count({ where: { endpointId, status } })

export const WebhookEndpoint = {
  pendingCount: (_args, { root }) => countOf(root.id, 'PENDING'),
  failedCount: (_args, { root }) => countOf(root.id, 'FAILED'),
  lastDeliveredAt: async (_args, { root }) => {
    const latest = await db.webhookDelivery.findFirst({
      where: { endpointId: root.id, status: 'DELIVERED' },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    })
    return latest?.attemptedAt ?? null
  },
} satisfies Relations<WebhookEndpointRow>

const eventOf = ({ eventId }: WebhookDeliveryRow) =>
  db.webhookEvent.findUniqueOrThrow({ where: { id: eventId } })

export const WebhookDelivery = {
  type: async (_args, { root }) => (await eventOf(root)).type,
  payload: async (_args, { root }) =>
    payloadOf(
      await eventOf(root),
      await db.webhookEndpoint.findUniqueOrThrow({
        where: { id: root.endpointId },
      })
    ),
} satisfies Relations<WebhookDeliveryRow>
