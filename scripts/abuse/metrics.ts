import { randomBytes } from 'node:crypto'

/** For the environment of a process that `readMetrics` asks. */
export const METRICS_TOKEN = randomBytes(16).toString('hex')

/** What the process tells of itself: by `name{labels}` one figure, by `name` the sum of all that have it. */
export async function readMetrics(url: string) {
  const response = await fetch(`${url}/metrics`, {
    headers: { authorization: `Bearer ${METRICS_TOKEN}` },
  })
  const lines = (await response.text()).split('\n')
  return (name: string) =>
    lines
      .filter(
        (line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`)
      )
      .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0)
}
