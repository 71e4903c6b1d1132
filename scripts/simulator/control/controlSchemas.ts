/** JSON Schemas of the bodies that are not checked where they are used. */
export const inboundSchema = {
  type: 'object',
  required: ['from'],
  additionalProperties: false,
  properties: {
    from: { type: 'string', minLength: 1, maxLength: 100 },
    to: { type: 'string', minLength: 1, maxLength: 100 },
    body: { type: 'string' },
    channel: { enum: ['sms', 'whatsapp'] },
    profileName: { type: 'string' },
    wait: { type: 'boolean' },
    params: { type: 'object', additionalProperties: { type: 'string' } },
    media: {
      type: 'array',
      maxItems: 10,
      items: {
        type: 'object',
        required: ['contentType', 'content'],
        additionalProperties: false,
        properties: {
          contentType: { type: 'string', pattern: '^[^/\\s]+/[^/\\s]+$' },
          content: { type: 'string' },
        },
      },
    },
  },
}

export const outcomeSchema = {
  type: 'object',
  required: ['steps'],
  additionalProperties: false,
  properties: {
    steps: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['status'],
        additionalProperties: false,
        properties: {
          status: {
            enum: ['sent', 'delivered', 'undelivered', 'failed', 'read'],
          },
          errorCode: { type: 'integer' },
          at: { type: 'number', minimum: 0, maximum: 600_000 },
        },
      },
    },
    onHandset: { type: 'boolean' },
    times: { type: 'integer', minimum: 1 },
    match: {
      type: 'object',
      additionalProperties: false,
      properties: { to: { type: 'string' }, body: { type: 'string' } },
    },
  },
}
