import { control } from './control.js'
import { element, find, timeOfDay } from './dom.js'

const ENDINGS = {
  completed: 'Call',
  'in-progress': 'On the line',
  ringing: 'Ringing…',
  canceled: 'Hung up while it rang',
  busy: 'Busy',
  failed: 'The call failed',
  'no-answer': 'Nobody answered',
}

/** The buttons that call: each is a way in which a customer may behave. */
export function offerCalls(number) {
  find('calls').addEventListener('beforetoggle', ({ target, newState }) => {
    if (newState !== 'open') return
    // Above its button: by itself it would stand in the middle of the page.
    const { right, top } = find('call').getBoundingClientRect()
    target.style.right = `${innerWidth - right}px`
    target.style.bottom = `${innerHeight - top + 6}px`
  })
  for (const button of document.querySelectorAll('[data-call]')) {
    button.addEventListener('click', async () => {
      find('calls').hidePopover()
      find('problem').textContent = ''
      try {
        const order = JSON.parse(button.dataset.call)
        await control.call({ from: number(), wait: false, ...order })
      } catch (error) {
        find('problem').textContent = error.message
      }
    })
  }
}

/** A call in the customer's thread: what was heard, and what was said. */
export function callBubble({ status, seconds, heard, recordings, ...call }) {
  const spoken = recordings.map(
    (recording) => `Left a voicemail of ${recording.seconds} s`
  )
  return element(
    'li',
    { class: 'bubble own call', 'data-sid': call.sid },
    element('p', {}, `☎ ${ENDINGS[status]}`),
    heard.map((text) => element('p', { class: 'heard' }, `“${text}”`)),
    spoken.map((text) => element('p', {}, text)),
    element(
      'small',
      {},
      [timeOfDay(call.dateCreated), status === 'completed' && `${seconds} s`]
        .filter(Boolean)
        .join(' · ')
    )
  )
}
