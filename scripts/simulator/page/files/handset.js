import { callBubble, offerCalls } from './calls.js'
import { control } from './control.js'
import { element, find, timeOfDay } from './dom.js'

const FIRST_CUSTOMERS = ['+14155550100', '+12125550123', '+16175550188']
const STORED_NUMBER = 'simulator.number'

/** The phone: one customer's messages with the account, and a composer to write more. */
export function showHandset({ account }) {
  const customers = new Set(FIRST_CUSTOMERS)
  const unread = new Map()
  /** What became of the messages that were written here, by SID. */
  const taken = new Map()
  let number = localStorage.getItem(STORED_NUMBER) ?? FIRST_CUSTOMERS[0]
  let pictures = []
  /** The message of ours that is being answered. */
  let answered = null
  let loading

  const channel = () => find('who').elements.channel.value
  const address = () => (channel() === 'sms' ? number : `whatsapp:${number}`)
  const readReceipts = () => find('settings').elements.readReceipts.checked

  find('number').value = number
  find('who').addEventListener('submit', (event) => {
    event.preventDefault()
    become(find('number').value)
  })
  find('number').addEventListener('change', () => become(find('number').value))
  find('who').addEventListener('change', ({ target }) => {
    if (target.name === 'channel') become(number)
  })
  find('message').addEventListener('input', grow)
  find('message').addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    if (!event.repeat) find('composer').requestSubmit()
  })
  find('composer').addEventListener('submit', (event) => {
    event.preventDefault()
    write(find('message').value)
  })
  offerCalls(() => number)
  find('place').addEventListener('click', () => send({ location: PLACE }))
  find('press').addEventListener('click', () => send({ button: BUTTON }))
  for (const button of document.querySelectorAll('[data-word]')) {
    button.addEventListener('click', () => write(button.dataset.word))
  }
  find('pictures').addEventListener('change', async ({ target }) => {
    pictures.push(...(await Promise.all([...target.files].map(readPicture))))
    target.value = ''
    showAttached()
  })
  document.addEventListener('visibilitychange', reload)
  const tick = () => (find('clock').textContent = timeOfDay(new Date()))
  tick()
  setInterval(tick, 10_000)

  function become(text) {
    // As people write numbers: with spaces, dashes and brackets.
    answer(null)
    number = text.replace(/[\s().-]/g, '') || number
    localStorage.setItem(STORED_NUMBER, number)
    customers.add(number)
    unread.delete(address())
    find('number').value = number
    document.querySelector('.phone').dataset.channel = channel()
    find('message').placeholder =
      channel() === 'sms' ? 'Text message' : 'WhatsApp message'
    showPeople()
    reload()
  }

  const whatsappOnly = () =>
    channel() === 'whatsapp' && {
      profileName: `Customer ${number}`,
      ...(answered && { replyTo: answered.sid }),
    }

  /** Sends what is no text, as a WhatsApp phone does. */
  async function send(extras) {
    find('problem').textContent = ''
    try {
      await control.receive({
        from: number,
        channel: channel(),
        ...extras,
        ...whatsappOnly(),
        wait: false,
      })
      answer(null)
    } catch (error) {
      find('problem').textContent = error.message
    }
  }

  function answer(message) {
    answered = message
    find('replying').hidden = !message
    find('replying').replaceChildren(
      ...(message
        ? [
            `Replying to: ${message.body.slice(0, 60)} `,
            element(
              'button',
              { type: 'button', onclick: () => answer(null) },
              'Cancel'
            ),
          ]
        : [])
    )
  }

  async function write(body) {
    if (!body.trim() && pictures.length === 0) return
    const media = pictures
    find('problem').textContent = ''
    find('message').value = ''
    pictures = []
    grow()
    showAttached()
    try {
      await control.receive({
        from: number,
        body,
        channel: channel(),
        media: media.map(({ contentType, content, name }) => ({
          contentType,
          content,
          name: name.replace(/["\r\n]/g, ''),
        })),
        wait: false,
        ...whatsappOnly(),
      })
      answer(null)
    } catch (error) {
      find('problem').textContent = error.message
      find('message').value ||= body
      pictures = media
      showAttached()
    }
  }

  /** Many events at once, as in a load test, load the thread once. */
  function reload() {
    clearTimeout(loading)
    loading = setTimeout(load, 30)
  }

  async function load() {
    const wanted = address()
    const [messages, calls] = await Promise.all([
      control.messages(wanted),
      control.calls(wanted),
    ])
    if (wanted !== address()) return
    const shown = messages.filter(({ onHandset }) => onHandset)
    showThread([...shown.reverse(), ...calls.reverse()].sort(byTime))
    if (document.hidden || !readReceipts()) return
    for (const { sid, to, status } of messages) {
      const readable = to.startsWith('whatsapp:') && status === 'delivered'
      if (readable) control.read(sid)
    }
  }

  function showThread(messages) {
    const thread = find('thread')
    let sender
    thread.replaceChildren(
      ...messages.flatMap((message) => {
        if (message.heard) return [callBubble(message)]
        const own = message.direction === 'inbound'
        const newSender = !own && message.from !== sender
        if (!own) sender = message.from
        return [
          newSender && element('li', { class: 'sender' }, plain(sender)),
          bubble(message, own),
        ].filter(Boolean)
      })
    )
    if (messages.length === 0) {
      thread.append(
        element(
          'li',
          { class: 'empty' },
          `Nothing here yet. Write to ${account.phoneNumber}, or wait for a message.`
        )
      )
    }
    thread.scrollTop = thread.scrollHeight
  }

  function bubble(message, own) {
    const state = own ? taken.get(message.sid) : undefined
    return element(
      'li',
      { class: own ? 'bubble own' : 'bubble', 'data-sid': message.sid },
      message.media.map(picture),
      message.body && element('p', {}, message.body),
      own || channel() === 'sms'
        ? null
        : element(
            'button',
            { type: 'button', class: 'reply', onclick: () => answer(message) },
            'Reply'
          ),
      element(
        'small',
        state?.ok === false ? { class: 'bad' } : {},
        [timeOfDay(message.dateCreated), state?.says]
          .filter(Boolean)
          .join(' · ')
      )
    )
  }

  function showAttached() {
    find('attached').replaceChildren(
      ...pictures.map((picture) =>
        element(
          'li',
          {},
          picture.contentType.startsWith('image/')
            ? element('img', { src: picture.url, alt: picture.name })
            : element('span', {}, picture.name),
          element(
            'button',
            {
              type: 'button',
              'aria-label': `Remove ${picture.name}`,
              onclick: () => {
                pictures = pictures.filter((each) => each !== picture)
                showAttached()
              },
            },
            '×'
          )
        )
      )
    )
  }

  function showPeople() {
    find('numbers').replaceChildren(
      ...[...customers].map((value) => element('option', { value }))
    )
    find('people').replaceChildren(
      ...[...unread].map(([who, count]) =>
        element(
          'li',
          {},
          element(
            'button',
            { type: 'button', onclick: () => answerFor(who) },
            who.startsWith('whatsapp:') ? `${plain(who)} WhatsApp` : who,
            element('b', {}, count)
          )
        )
      )
    )
  }

  function answerFor(who) {
    find('who').elements.channel.value = who.startsWith('whatsapp:')
      ? 'whatsapp'
      : 'sms'
    unread.delete(who)
    become(plain(who))
  }

  /** Messages to somebody else wait, counted, above the thread. */
  function arrive({ to }) {
    if (to === address()) return
    if (to.endsWith(account.phoneNumber)) return
    customers.add(plain(to))
    unread.set(to, (unread.get(to) ?? 0) + 1)
    showPeople()
  }

  function noteWebhook({ messageSid, ok, httpStatus, error, final, fault }) {
    if (!final) return
    const says = ok
      ? 'Delivered'
      : fault === 'drop'
        ? 'Lost on the way'
        : `Not taken: ${httpStatus ?? error}`
    taken.set(messageSid, { ok, says })
  }

  become(number)
  return {
    remember: (events) => {
      for (const event of events) {
        if (event.type === 'webhook') noteWebhook(event)
        if (event.type === 'handset' && !event.to.endsWith(account.phoneNumber))
          customers.add(plain(event.to))
      }
      showPeople()
      reload()
    },
    hear: (event) => {
      if (event.type === 'webhook') noteWebhook(event)
      if (event.type === 'handset') arrive(event)
      if (event.type === 'reset') {
        unread.clear()
        taken.clear()
        showPeople()
      }
      if (['handset', 'webhook', 'call', 'reset'].includes(event.type)) reload()
    },
  }
}

const byTime = (a, b) => a.dateCreated.localeCompare(b.dateCreated)

const PLACE = {
  latitude: 37.77493,
  longitude: -122.41942,
  label: 'City Hall',
  address: '1 Dr Carlton B Goodlett Pl, San Francisco',
}

const BUTTON = { text: 'Yes, please', payload: 'confirm' }

const plain = (address) => address.replace(/^[a-z]+:/, '')

function grow() {
  const box = find('message')
  box.style.height = 'auto'
  box.style.height = `${Math.min(box.scrollHeight, 120)}px`
}

function picture({ url, contentType }) {
  if (contentType.startsWith('image/')) {
    return element('img', { src: url, alt: 'Picture' })
  }
  return element(
    'a',
    { href: url, target: '_blank', rel: 'noreferrer', class: 'file' },
    contentType
  )
}

function readPicture(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => reject(reader.error)
    reader.onload = () =>
      resolve({
        name: file.name,
        contentType: file.type || 'application/octet-stream',
        url: reader.result,
        content: reader.result.split(',')[1],
      })
    reader.readAsDataURL(file)
  })
}
