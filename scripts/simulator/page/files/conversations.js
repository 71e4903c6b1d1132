import { control } from './control.js'
import { element, find } from './dom.js'

/** Whether the other system asks for its events (`X-Twilio-Webhook-Enabled`). */
const enabled = () => find('conversation').elements.enabled.checked

/** Twilio's Conversations, as another system of the account works with them. */
export function showConversations() {
  let shown
  find('conversation').addEventListener('submit', async (event) => {
    event.preventDefault()
    const { name, people } = event.target.elements
    const wanted = people.value
      .split(',')
      .map((person) => person.trim())
      .filter(Boolean)
    const done = await attempt(() =>
      control.startConversation({
        friendlyName: name.value.trim() || undefined,
        people: wanted,
        enabled: enabled(),
      })
    )
    if (done) event.target.reset()
  })

  async function attempt(act) {
    find('conversation-problem').textContent = ''
    try {
      await act()
      await load()
      return true
    } catch (error) {
      find('conversation-problem').textContent = error.message
      return false
    }
  }

  async function load() {
    const conversations = await control.conversations()
    const shape = JSON.stringify(
      conversations.map(({ sid, state, participants }) => [
        sid,
        state,
        participants.length,
      ])
    )
    // What is being written in a row would go with it.
    if (shape === shown) return
    shown = shape
    find('conversations').replaceChildren(...conversations.reverse().map(row))
  }

  function row({ sid, friendlyName, state, participants }) {
    const writers = participants.map(
      ({ identity, address }) => identity ?? address
    )
    const author = writers.find((writer) => !/\+\d/.test(writer)) ?? 'system'
    return element(
      'li',
      { class: 'stacked', 'data-sid': sid },
      element(
        'p',
        {},
        element('b', {}, friendlyName ?? sid),
        ` ${state}: ${writers.join(', ')}`
      ),
      state !== 'closed' && state !== 'initializing'
        ? element(
            'form',
            {
              class: 'two',
              onsubmit: (event) => {
                event.preventDefault()
                const { body } = event.target.elements
                const text = body.value
                body.value = ''
                attempt(() =>
                  control.writeIn(sid, {
                    author,
                    body: text,
                    enabled: enabled(),
                  })
                )
              },
            },
            element('input', {
              name: 'body',
              required: true,
              autocomplete: 'off',
              'aria-label': `Write as ${author}`,
              placeholder: `Write as ${author}`,
            }),
            element(
              'button',
              {
                type: 'button',
                onclick: () =>
                  attempt(() => control.setState(sid, 'closed', enabled())),
              },
              'Close'
            )
          )
        : null
    )
  }

  load()
  return {
    hear: ({ type, conversationSid }) => {
      if (conversationSid || type === 'reset') load()
    },
  }
}
