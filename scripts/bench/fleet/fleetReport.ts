import { median } from '../measure/statistics'
import { table } from '../report/table'

import type { Fleet, FleetComparison } from './benchFleet'
import { capacity, costOf } from './capacity'
import type { FleetRound } from './measureFleet'

const whole = (number: number) => Math.round(number).toLocaleString('en-US')

const conditionOf = ({ share }: Pick<FleetComparison, 'share'>) =>
  share === null ? 'all there is' : `${share * 100} % of a core each`

export const fleetRoundLine = ({ processes, perSecond, p99 }: FleetRound) =>
  `  ${processes === 1 ? 'one process  ' : 'two processes'} ${whole(perSecond).padStart(6)} callbacks/s, p99 ${p99.toFixed(0)} ms`

const row = (title: string, rounds: FleetRound[]) => {
  const { api, database, load } = costOf(rounds)
  return [
    title,
    whole(median(rounds.map(({ perSecond }) => perSecond))),
    median(rounds.map(({ p99 }) => p99)).toFixed(0),
    ...[api, database, load].map((seconds) => seconds.toFixed(3)),
  ]
}

export const fleetTable = ({ comparisons }: Fleet) =>
  table(
    [
      'Callbacks, one database',
      'callbacks/s',
      'p99 ms',
      'API CPU s/1,000',
      'database',
      'load',
    ],
    comparisons.flatMap((comparison) => [
      row(`one process, ${conditionOf(comparison)}`, comparison.one),
      row(`two processes, ${conditionOf(comparison)}`, comparison.two),
    ])
  )

/** Enough for two processes, and for as much of the database as they ask for. */
const CORES = 8

export const fleetLine = ({ comparisons, cost, inexact }: Fleet) =>
  [
    ...comparisons.map(
      (comparison) =>
        `two/one ${comparison.ratio.toFixed(2)} with ${conditionOf(comparison)}`
    ),
    `two/one ${(capacity(cost.two, 2, CORES) / capacity(cost.one, 1, CORES)).toFixed(2)} by processor time on ${CORES} cores`,
    inexact === 0
      ? 'each acknowledged callback is one event: checked in the database.'
      : `WRONG: ${inexact} callbacks or messages are not as they must be.`,
  ].join('; ')
