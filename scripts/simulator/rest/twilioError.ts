/**
 * A refusal in Twilio's shape.
 * https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions
 */
export class TwilioError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly status = 400,
    readonly detail?: string
  ) {
    super(message)
  }

  toJSON() {
    return {
      code: this.code,
      ...(this.detail && { detail: this.detail }),
      message: this.message,
      more_info: `https://www.twilio.com/docs/errors/${this.code}`,
      status: this.status,
    }
  }
}

export const notFound = (path: string) =>
  new TwilioError(20404, `The requested resource ${path} was not found`, 404)

export const unauthorized = () =>
  new TwilioError(
    20003,
    'Authenticate',
    401,
    'Your AccountSid or AuthToken was incorrect.'
  )

/** Twilio's code and text for an HTTP status, where only the status is known. */
export function errorOfStatus(
  status: number,
  code?: number,
  message?: string
): TwilioError {
  if (status === 401 && !code && !message) return unauthorized()
  const [usualCode, usualMessage] = USUAL[status] ?? [
    20422,
    'Invalid Parameter',
  ]
  return new TwilioError(code ?? usualCode, message ?? usualMessage, status)
}

const USUAL: Record<number, [code: number, message: string]> = {
  401: [20003, 'Authenticate'],
  403: [20403, 'Forbidden'],
  404: [20404, 'The requested resource was not found'],
  429: [20429, 'Too Many Requests'],
  500: [20500, 'An internal server error has occurred'],
  503: [20503, 'Service is unavailable. Please try again'],
}
