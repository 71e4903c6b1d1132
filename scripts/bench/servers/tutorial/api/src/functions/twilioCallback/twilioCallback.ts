import type { MessageStatus } from '@prisma/client'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { validateRequest } from 'twilio'

import { db } from 'src/lib/db'

/** What a tutorial would write: verify, and write the status by Prisma. */
export const handler = async (event: APIGatewayProxyEvent) => {
  const params = Object.fromEntries(new URLSearchParams(event.body ?? ''))
  const url = `${process.env.API_BASE_URL}/.redwood/functions/twilioCallback?message=${event.queryStringParameters?.message}`
  const signature = event.headers['x-twilio-signature'] ?? ''
  const token = process.env.TWILIO_AUTH_TOKEN ?? ''
  if (!validateRequest(token, signature, url, params)) {
    return { statusCode: 403 }
  }
  await db.message.update({
    where: { sid: params.MessageSid },
    data: { status: params.MessageStatus.toUpperCase() as MessageStatus },
  })
  return { statusCode: 204 }
}
