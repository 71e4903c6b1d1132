import { table } from '../report/table'

import type { Inbox } from './benchInbox'
import type { Fared } from './measureInbox'
import { switchingTable } from './switching'

/** What may grow with the table, and how much. */
const MOST = 1.5

export const oneDigit = (number: number) => number.toFixed(1)

const growthTable = (questions: Fared[]) =>
  table(
    [
      'Milliseconds',
      '10,000 p50',
      'p95',
      'rows',
      '1,000,000 p50',
      'p95',
      'rows',
      'p95 ratio',
    ],
    questions.map(({ name, small, large, ratio }) => [
      name,
      ...[small.p50, small.p95, small.rows].map(oneDigit),
      ...[large.p50, large.p95, large.rows].map(oneDigit),
      `${ratio.toFixed(2)}${ratio > MOST ? ' (!)' : ''}`,
    ])
  )

const growthLine = (questions: Fared[]) => {
  const over = questions.filter(({ ratio }) => ratio > MOST)
  return over.length === 0
    ? `None takes more than ${MOST} times as long with a hundred times as much.`
    : `More than ${MOST} times as long: ${over.map(({ name }) => name).join(', ')}.`
}

/** What was measured of the inbox. */
export const inboxReport = ({ questions, switching }: Inbox) =>
  [
    ...(questions.length > 0
      ? [growthTable(questions), growthLine(questions)]
      : []),
    ...(switching === undefined ? [] : [switchingTable(switching)]),
  ].join('\n\n')
