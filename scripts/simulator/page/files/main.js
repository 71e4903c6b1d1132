import { showAir } from './air.js'
import { control } from './control.js'
import { showConversations } from './conversations.js'
import { find } from './dom.js'
import { showFaults } from './faults.js'
import { showHandset } from './handset.js'

const state = await control.state()
const air = showAir()
const handset = showHandset(state)
const faults = showFaults(state)
const conversations = showConversations()

find('account').textContent = `${state.account.phoneNumber} on ${location.host}`

const past = await control.events()
air.replace(past)
handset.remember(past)
listen(past.at(-1)?.seq ?? state.lastSeq)

/** The browser connects again by itself and names the last event it has, so nothing is missed. */
function listen(since) {
  const stream = new EventSource(`/control/stream?since=${since}`)
  let last = since
  stream.onopen = async () => {
    showLive('live', 'Live')
    // The simulator was started again: a new, empty network that counts from the beginning.
    const { lastSeq } = await control.state()
    if (lastSeq < last) location.reload()
  }
  stream.onerror = () => showLive('lost', 'Not connected')
  stream.onmessage = ({ data }) => {
    const event = JSON.parse(data)
    last = event.seq
    if (event.type === 'reset') air.replace([])
    else air.add(event)
    handset.hear(event)
    faults.hear(event)
    conversations.hear(event)
  }
}

function showLive(name, text) {
  find('live').dataset.state = name
  find('live').textContent = text
}

find('reset').addEventListener('click', () => control.reset())

for (const button of document.querySelectorAll('[data-show]')) {
  button.addEventListener('click', () => {
    document.body.dataset.view = button.dataset.show
    for (const each of document.querySelectorAll('[data-show]')) {
      each.setAttribute('aria-pressed', String(each === button))
    }
  })
}
