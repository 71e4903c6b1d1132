import pino from 'pino'

import { logger } from 'src/lib/logger'

type Line = Record<string, unknown>

const { level } = logger

afterEach(() => {
  logger.level = level
})

/** What the logger writes from now on, as objects; until the end of the test. */
export function logLines(): Line[] {
  const lines: Line[] = []
  const { [pino.symbols.streamSym]: stream } = logger as unknown as {
    [pino.symbols.streamSym]: { write: (line: string) => void }
  }
  jest.spyOn(stream, 'write').mockImplementation((line) => {
    lines.push(JSON.parse(line))
  })
  logger.level = 'info'
  return lines
}
