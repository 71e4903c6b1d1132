import { sum } from '../measure/statistics'

import type { Sample } from './sample'

export type Measure = Exclude<keyof Sample, 'minute'>

/** How something went over the time: by the line that lies nearest to its samples. */
export interface Course {
  measure: Measure
  /** At the line's beginning, and at its end. */
  start: number
  end: number
  isFlat: boolean
}

const MEASURES: Measure[] = ['heap', 'nodes', 'listeners', 'serverHeap', 'rss']

/** Before that, code is compiled and caches are filled. */
const WARM_UP_SHARE = 1 / 6

/** How much the line's end may lie above its start. */
const TOLERANCE = 1.1

const mean = (numbers: number[]) => sum(numbers) / numbers.length

/** The line with the least squares. */
const fit = (points: [number, number][]) => {
  const x = mean(points.map(([at]) => at))
  const y = mean(points.map(([, value]) => value))
  const spread = sum(points.map(([at]) => (at - x) ** 2))
  const slope =
    spread === 0
      ? 0
      : sum(points.map(([at, value]) => (at - x) * (value - y))) / spread
  return (at: number) => y + slope * (at - x)
}

/** Whether what was sampled stays what it is, once warm. */
export function judge(samples: Sample[]): Course[] {
  const total = samples.at(-1)?.minute ?? 0
  const warm = samples.filter(({ minute }) => minute >= total * WARM_UP_SHARE)
  return MEASURES.map((measure) => {
    const line = fit(warm.map((one) => [one.minute, one[measure]]))
    const [start, end] = [line(warm[0].minute), line(total)]
    return { measure, start, end, isFlat: end <= start * TOLERANCE }
  })
}
