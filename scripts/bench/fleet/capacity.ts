import { sum } from '../measure/statistics'

import type { FleetRound } from './measureFleet'

/** Seconds of processor time for 1,000 callbacks, by who uses them. */
export interface Cost {
  api: number
  database: number
  load: number
}

export const costOf = (rounds: FleetRound[]): Cost => {
  const answered = sum(rounds.map((round) => round.answered))
  const of = (part: keyof Cost) =>
    (sum(rounds.map((round) => round[part])) / answered) * 1000
  return { api: of('api'), database: of('database'), load: of('load') }
}

/**
 * Callbacks a second that so many API processes answer, each on one core at most, where the machine has `cores` for
 * them and the database; whoever makes the load is elsewhere.
 */
export const capacity = (
  { api, database }: Cost,
  processes: number,
  cores: number
) => Math.min((processes * 1000) / api, (cores * 1000) / (api + database))
