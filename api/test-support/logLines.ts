import { logDestination, logger } from 'src/lib/logger'

type Line = Record<string, unknown>

const { level } = logger

afterEach(() => {
  logger.level = level
})

const capture = <Kept>(read: (line: string) => Kept, from: string): Kept[] => {
  const lines: Kept[] = []
  jest.spyOn(logDestination, 'write').mockImplementation((line) => {
    lines.push(read(line))
    return true
  })
  logger.level = from
  return lines
}

/** What reaches the log from now on, as objects; until the end of the test. */
export const logLines = (from = 'info'): Line[] =>
  capture<Line>((line) => JSON.parse(line), from)

/** The same, word by word, and from the finest level on. */
export const logTexts = (): string[] => capture((line) => line, 'trace')
