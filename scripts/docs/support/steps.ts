import { NOT_RUN, SERVERS, type ServerCommand } from '../exceptions'

export type Step =
  | { kind: 'shell'; code: string; answer?: string }
  | { kind: 'server'; server: ServerCommand }
  | { kind: 'not run'; line: string; reason: string }

const COMMENT = /\s+#\s.*$/
const ANSWER = /^\s*(?:#|\/\/) →\s?(.*)$/
const MORE = /^\s*(?:#|\/\/) {3}(.*)$/

const begins = (line: string, words: string) =>
  line === words || line.startsWith(`${words} `)

/** The line, with those that a backslash ties to it. */
const joined = (text: string) => text.replace(/\\\n\s*/g, ' ').split('\n')

const exceptionFor = (line: string) =>
  NOT_RUN.find(({ words }) => begins(line.trim(), words))

/** A block of commands as what is to be done, in its order. A line `# → …` is the answer to what stands before it. */
export function stepsOf(text: string): Step[] {
  for (const line of joined(text)) {
    const exception = exceptionFor(line)
    if (exception?.isBlock) {
      return [{ kind: 'not run', line, reason: exception.reason }]
    }
  }
  const steps: Step[] = []
  let code: string[] = []
  let answer: string[] | undefined
  const finish = () => {
    if (code.some((line) => line.trim())) {
      steps.push({
        kind: 'shell',
        code: code.join('\n'),
        ...(answer && { answer: answer.join(' ') }),
      })
    }
    code = []
    answer = undefined
  }
  for (const line of joined(text)) {
    const told = ANSWER.exec(line) ?? (answer ? MORE.exec(line) : null)
    if (told) {
      answer = [...(answer ?? []), told[1]]
      continue
    }
    if (answer) {
      finish()
    }
    const command = line.replace(COMMENT, '').trim()
    const server = SERVERS.find(({ words }) => words === command)
    const exception = exceptionFor(command)
    if (server || exception) {
      finish()
      steps.push(
        server
          ? { kind: 'server', server }
          : {
              kind: 'not run',
              line: command,
              reason: exception?.reason ?? '',
            }
      )
    } else {
      code.push(line)
    }
  }
  finish()
  return steps
}

/** All that a program prints, as its block shows it. */
export function answerOf(text: string) {
  const told: string[] = []
  for (const line of text.split('\n')) {
    const answer =
      ANSWER.exec(line) ?? (told.length > 0 ? MORE.exec(line) : null)
    if (answer) {
      told.push(answer[1])
    }
  }
  return told.length > 0 ? told.join(' ') : undefined
}

const squeeze = (text: string) => text.replace(/\s+/g, '')

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whether an answer is what a page shows: `…` stands for anything, and spaces for nothing. */
export const fits = (shown: string, answer: string) =>
  new RegExp(
    `^${squeeze(shown).split('…').map(literal).join('[\\s\\S]*')}$`
  ).test(squeeze(answer))
