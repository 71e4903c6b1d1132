import { describe, KINDS } from './describe.js'
import { element, find, timeOfDay } from './dom.js'

const SHOWN = 300

/** The log: newest first, filtered by kind and by words. */
export function showAir() {
  let events = []
  let kind = 'all'
  let drawing

  for (const [name, { says }] of Object.entries({
    all: { says: 'All' },
    ...KINDS,
  })) {
    find('kinds').append(
      element(
        'button',
        {
          type: 'button',
          'aria-pressed': String(name === kind),
          onclick: ({ currentTarget }) => {
            kind = name
            for (const each of find('kinds').children) {
              each.setAttribute('aria-pressed', String(each === currentTarget))
            }
            draw()
          },
        },
        says
      )
    )
  }
  find('filter').addEventListener('input', draw)

  function wanted(event) {
    if (kind !== 'all' && !KINDS[kind].types.includes(event.type)) return false
    const words = find('filter')
      .value.toLowerCase()
      .split(/\s+/)
      .filter(Boolean)
    const text = JSON.stringify(event).toLowerCase()
    return words.every((word) => text.includes(word))
  }

  /** Rows that are there stay: an opened one keeps open while others arrive. */
  function draw() {
    cancelAnimationFrame(drawing)
    drawing = requestAnimationFrame(() => {
      const list = find('events')
      const present = new Map(
        [...list.children].map((row) => [row.dataset.seq, row])
      )
      const shown = events.filter(wanted).slice(-SHOWN).reverse()
      list.replaceChildren(
        ...shown.map((event) => present.get(String(event.seq)) ?? row(event))
      )
      find('count').textContent =
        events.length === 0 ? '' : `${shown.length} of ${events.length}`
      find('quiet').hidden = shown.length > 0
      find('quiet').textContent =
        events.length === 0
          ? 'Nothing on the air yet. Send a message from the app, or write one on the handset.'
          : 'No event matches the filter.'
    })
  }

  return {
    replace: (past) => {
      events = [...past]
      find('events').replaceChildren()
      draw()
    },
    add: (event) => {
      events.push(event)
      if (events.length > 5000) events = events.slice(-4000)
      draw()
    },
  }
}

function row(event) {
  const { label, title, badge, tone, details } = describe(event)
  return element(
    'li',
    { class: 'event', 'data-seq': event.seq, 'data-type': event.type },
    element(
      'details',
      {},
      element(
        'summary',
        {},
        element('time', { datetime: event.at }, timeOfDay(event.at, true)),
        element('span', { class: `label of-${event.type}` }, label),
        element('span', { class: 'title' }, title),
        event.fault && element('span', { class: 'badge fault' }, event.fault),
        badge && element('span', { class: `badge ${tone}` }, badge)
      ),
      element(
        'dl',
        {},
        details.flatMap(([name, value]) => [
          element('dt', {}, name),
          element('dd', {}, value),
        ])
      )
    )
  )
}
