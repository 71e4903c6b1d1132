/** The kinds that the log can be narrowed to. */
export const KINDS = {
  rest: { says: 'REST', types: ['request', 'accepted'] },
  callbacks: { says: 'Callbacks', types: ['callback', 'status'] },
  webhooks: { says: 'Webhooks', types: ['webhook', 'debugger'] },
  handset: { says: 'Handset', types: ['handset', 'call', 'optout', 'media'] },
}

const LABELS = {
  request: 'REST',
  accepted: 'Accepted',
  status: 'Status',
  callback: 'Callback',
  webhook: 'Webhook',
  debugger: 'Debugger',
  handset: 'Handset',
  call: 'Call',
  optout: 'Opt-out',
  media: 'Media',
}

/** An event in words: what the row shows, and what it shows when it is opened. */
export function describe(event) {
  const { seq: _seq, at: _at, type, params, ...rest } = event
  const [title, badge, tone = 'calm'] = TITLES[type]?.(event) ?? [type]
  return {
    label: LABELS[type] ?? type,
    title,
    badge,
    tone,
    details: [...Object.entries(rest), ...Object.entries(params ?? {})]
      .filter(
        ([, value]) => value !== null && value !== '' && String(value) !== ''
      )
      .map(([name, value]) => [name, String(value)]),
  }
}

const TITLES = {
  request: ({ operation, method, path, to, httpStatus, errorCode }) => [
    operation === 'create'
      ? `create to ${to ?? 'nobody'}`
      : `${operation} ${method} ${path.split('/').at(-1)}`,
    httpStatus === null
      ? 'no answer'
      : [httpStatus, errorCode].filter(Boolean).join(' · '),
    httpStatus !== null && httpStatus < 400 ? 'good' : 'bad',
  ],
  accepted: ({ to, body }) => [`for ${to}: ${quote(body)}`],
  status: ({ messageStatus, to, errorCode }) => [
    `${to} is ${messageStatus}`,
    errorCode,
    'bad',
  ],
  callback: (event) => [
    `${event.messageStatus} for ${reportedOf(event)}${attemptOf(event)}`,
    ...resultOf(event),
  ],
  webhook: (event) => [
    event.callSid
      ? `${event.from} ${event.params.RecordingUrl ? 'has spoken' : 'calls'}${attemptOf(event)}`
      : event.eventType
        ? `${event.eventType}${attemptOf(event)}`
        : `from ${event.from}: ${quote(event.body)}${attemptOf(event)}`,
    ...resultOf(event),
  ],
  debugger: ({ errorMessage, errorCode }) => [errorMessage, errorCode, 'bad'],
  call: ({ from, to, callStatus, says }) => [
    says ? `${from} hears ${quote(says)}` : `${from} to ${to} is ${callStatus}`,
  ],
  handset: ({ from, to, body }) => [`${from} to ${to}: ${quote(body)}`],
  optout: ({ from, optOutType }) => [`${from} said ${optOutType}`],
  media: ({ url, ok, httpStatus, error }) => [
    url,
    httpStatus ?? error,
    ok ? 'good' : 'bad',
  ],
}

const quote = (text = '') => {
  if (!text) return '(no text)'
  return text.length > 80 ? `“${text.slice(0, 79)}…”` : `“${text}”`
}

const reportedOf = ({ callSid, from, to, params }) => {
  if (!callSid) return to
  return `the ${params.RecordingSid ? 'recording' : 'call'} of ${from}`
}

const attemptOf = ({ attempt }) => (attempt > 1 ? `, attempt ${attempt}` : '')

function resultOf({ ok, httpStatus, error, final, fault }) {
  if (fault?.includes('drop')) return ['never sent', 'bad']
  const again = final ? '' : ', again'
  return [`${httpStatus ?? error}${again}`, ok ? 'good' : 'bad']
}
