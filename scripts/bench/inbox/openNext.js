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

const until = async (shows) => {
  while (!shows()) {
    await painted()
  }
  await painted()
  return performance.now()
}

/** Opens the next conversation of the list, and measures after each frame what the screen shows. */
window.openNext = async (last) => {
  const rows = [...document.querySelectorAll('[data-conversation]')]
  const row =
    rows[rows.findIndex((one) => one.dataset.conversation === last) + 1]
  const name = row.querySelector('.truncate').textContent
  const showsHead = () =>
    [...document.querySelectorAll('header h2')].some(
      (heading) => heading.textContent === name
    )
  const showsMessages = () =>
    showsHead() && !!document.querySelector('[role=log] [data-index]')

  const began = performance.now()
  row.click()
  const head = (await until(showsHead)) - began
  const messages = (await until(showsMessages)) - began
  row.scrollIntoView({ block: 'start' })
  await painted()
  return { id: row.dataset.conversation, head, messages }
}
