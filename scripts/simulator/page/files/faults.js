import { control } from './control.js'
import { element, find } from './dom.js'

/** What one may want to see, in plain words, and the fault that shows it. */
const PRESETS = {
  'REST calls': {
    'Too many requests (429)': { kind: 'answer', status: 429 },
    'Wrong credentials (401)': { kind: 'answer', status: 401 },
    'Server error, not accepted (500)': { kind: 'answer', status: 500 },
    'Server error, but accepted (500)': {
      kind: 'answer',
      status: 500,
      accepted: true,
    },
    'Accepted, never answered': { kind: 'hang', accepted: true },
    'Never answered, not accepted': { kind: 'hang' },
    'Accepted, then the connection is reset': { kind: 'reset', accepted: true },
    'Answered 5 s late': { kind: 'slow', ms: 5000 },
    'Callback before the answer': { kind: 'callbackFirst' },
    'Connections refused for 10 s': { refuse: 10_000 },
  },
  'Status callbacks': {
    'Callback lost': { kind: 'drop' },
    'Callback sent twice': { kind: 'duplicate' },
    'Callback 3 s late': { kind: 'delay', ms: 3000 },
    'Callbacks in reverse order': { kind: 'reorder' },
    'Callback with a wrong signature': { kind: 'badSignature' },
  },
  'Inbound messages': {
    'Webhook lost': { kind: 'drop', webhook: 'message' },
    'Webhook sent 20 times': {
      kind: 'duplicate',
      copies: 19,
      webhook: 'message',
    },
    'Webhook with a wrong signature': {
      kind: 'badSignature',
      webhook: 'message',
    },
  },
}

const SPEEDS = {
  instant: { queued: 0, sending: 0, sent: 0, delivered: 0, later: 0 },
  normal: { queued: 100, sending: 200, sent: 300, delivered: 900, later: 1500 },
  slow: {
    queued: 1000,
    sending: 2000,
    sent: 3000,
    delivered: 8000,
    later: 12_000,
  },
}

const SWITCHES = [
  'receivingFirst',
  'forwardOptOuts',
  'advancedOptOut',
  'whatsappWindow',
]

/** What goes wrong, what is set, and the numbers that mean something. */
export function showFaults({ magic }) {
  find('preset').append(
    ...Object.entries(PRESETS).map(([group, presets]) =>
      element(
        'optgroup',
        { label: group },
        Object.keys(presets).map((says) => element('option', {}, says))
      )
    )
  )
  find('magic').append(
    ...Object.entries(magic).flatMap(([digits, says]) => [
      element('dt', {}, `…${digits}`),
      element('dd', {}, says),
    ])
  )
  find('fault').addEventListener('submit', async (event) => {
    event.preventDefault()
    const { preset, often, to } = event.target.elements
    const presets = Object.assign({}, ...Object.values(PRESETS))
    await add(presets[preset.value], often.value, to.value.trim())
    await show()
  })
  find('settings').addEventListener('change', async ({ target }) => {
    if (target.name === 'speed') {
      await control.changeSettings({ delays: SPEEDS[target.value] })
    } else if (SWITCHES.includes(target.name)) {
      await control.changeSettings({ [target.name]: target.checked })
    }
  })

  let showing
  async function show() {
    const { faults, settings } = await control.state()
    for (const name of SWITCHES) {
      find('settings').elements[name].checked = settings[name]
    }
    const speed = Object.keys(SPEEDS).find(
      (each) => SPEEDS[each].delivered === settings.delays.delivered
    )
    if (speed) find('settings').elements.speed.value = speed
    find('active').replaceChildren(...faults.map(activeFault))
  }
  function activeFault(fault) {
    const { id, struck, times } = fault
    return element(
      'li',
      {},
      element('span', {}, nameOf(fault)),
      element(
        'small',
        {},
        times === undefined
          ? `struck ${struck}`
          : `struck ${struck} of ${times}`
      ),
      element(
        'button',
        {
          type: 'button',
          'aria-label': `Remove ${nameOf(fault)}`,
          onclick: () => control.removeFault(id).then(show),
        },
        '×'
      )
    )
  }

  show()
  return {
    hear: (event) => {
      if (!event.fault && event.type !== 'reset') return
      clearTimeout(showing)
      showing = setTimeout(show, 100)
    },
  }
}

function add({ refuse, webhook, ...fault }, often, to) {
  if (refuse) return control.refuse(refuse)
  return control.addFault({
    ...fault,
    ...(often === 'half' && { probability: 0.5 }),
    ...(Number(often) && { times: Number(often) }),
    match: {
      ...(webhook && { webhook }),
      ...(to && { [webhook ? 'from' : 'to']: to }),
    },
  })
}

function nameOf({ match = {}, ...fault }) {
  const presets = Object.entries(Object.assign({}, ...Object.values(PRESETS)))
  const [says] =
    presets.find(
      ([, preset]) =>
        ['kind', 'status', 'accepted', 'ms', 'copies'].every(
          (key) => preset[key] === fault[key]
        ) && preset.webhook === match.webhook
    ) ?? []
  const who = match.to ?? match.from
  return `${says ?? fault.kind}${who ? ` (${who})` : ''}`
}
