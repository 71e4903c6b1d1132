/* eslint-env browser */
// Runs in the page, as it is: what goes through a compiler on its way into a browser may need the compiler's helpers there.

const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    })
  })

/** Resolves after the paint that follows the change with which the page shows it: at its time. */
const until = (shows) =>
  new Promise((resolve) => {
    const observer = new MutationObserver(async () => {
      if (shows()) {
        observer.disconnect()
        await painted()
        resolve(performance.now())
      }
    })
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
  })

const rows = () => [...document.querySelectorAll('[data-conversation]')]

/** The row behind the one that was opened last, brought to where a mouse finds it. */
window.nextRow = async (last) => {
  const index = rows().findIndex((one) => one.dataset.conversation === last) + 1
  const row = rows()[index]
  row.scrollIntoView({ block: 'center' })
  await painted()
  const { left, top, width, height } = row.getBoundingClientRect()
  return {
    id: row.dataset.conversation,
    x: left + width / 2,
    y: top + height / 2,
  }
}

/** From the press of a button or a key on, measures when the screen shows what of a conversation. */
window.watchOpening = (id) => {
  const row = rows().find((one) => one.dataset.conversation === id)
  const name = row.querySelector('.truncate').textContent
  const showsHead = () =>
    [...document.querySelectorAll('header h2')].some(
      (heading) => heading.textContent === name
    ) && window.location.pathname.includes(id)
  const showsMessages = () =>
    showsHead() && !!document.querySelector('[role=log] [data-index]')
  window.opening = new Promise((resolve) => {
    const begin = async ({ timeStamp }) => {
      removeEventListener('click', begin, true)
      removeEventListener('keydown', begin, true)
      const [head, messages] = await Promise.all(
        [showsHead, showsMessages].map(until)
      )
      resolve({ head: head - timeStamp, messages: messages - timeStamp })
    }
    addEventListener('click', begin, true)
    addEventListener('keydown', begin, true)
  })
}
