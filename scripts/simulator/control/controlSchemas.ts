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
    receivingFirst: { type: 'boolean' },
    replyTo: { type: 'string' },
    form: { type: 'object' },
    button: {
      type: 'object',
      required: ['text'],
      additionalProperties: false,
      properties: {
        text: { type: 'string', minLength: 1 },
        payload: { type: 'string' },
      },
    },
    location: {
      type: 'object',
      required: ['latitude', 'longitude'],
      additionalProperties: false,
      properties: {
        latitude: { type: 'number', minimum: -90, maximum: 90 },
        longitude: { type: 'number', minimum: -180, maximum: 180 },
        address: { type: 'string' },
        label: { type: 'string' },
      },
    },
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
          name: { type: 'string', pattern: '^[^"\\r\\n]{1,200}$' },
          missing: { type: 'integer', minimum: 0 },
          redirect: { type: 'string', pattern: '^https?://' },
        },
      },
    },
  },
}

export const callSchema = {
  type: 'object',
  required: ['from'],
  additionalProperties: false,
  properties: {
    from: { type: 'string', minLength: 1, maxLength: 255 },
    to: { type: 'string', minLength: 1, maxLength: 255 },
    ends: { enum: ['busy', 'failed', 'no-answer', 'canceled'] },
    speaks: { type: 'number', minimum: 0, maximum: 60 },
    hangsUp: { type: 'boolean' },
    wait: { type: 'boolean' },
    params: { type: 'object', additionalProperties: { type: 'string' } },
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
