export const find = (id) => document.getElementById(id)

/** An element with properties (`class`, `on…`, `data-…`, attributes) and children; text is always text. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value)
    else made.setAttribute(name, value === true ? '' : value)
  }
  made.append(
    ...children.flat().filter((child) => child !== null && child !== undefined)
  )
  return made
}

export const timeOfDay = (date, withSeconds = false) =>
  new Date(date).toLocaleTimeString([], {
    hour: '2-digit',
    minute: '2-digit',
    ...(withSeconds && { second: '2-digit' }),
  })
