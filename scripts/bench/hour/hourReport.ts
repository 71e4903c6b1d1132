import { table } from '../report/table'

import type { Hour } from './benchHour'
import type { Course, Measure } from './judge'
import type { Sample } from './sample'

const NAMES: Record<Measure, string> = {
  heap: "page's heap, MB",
  nodes: "page's nodes",
  listeners: "page's listeners",
  serverHeap: "server's heap, MB",
  rss: 'server, resident MB',
}

const COUNTED: Measure[] = ['nodes', 'listeners']

const shown = (measure: Measure, value: number) =>
  COUNTED.includes(measure)
    ? value.toFixed(0)
    : (value / 1024 / 1024).toFixed(1)

const MEASURES = Object.keys(NAMES) as Measure[]

export const sampleLine = (sample: Sample) =>
  [
    `${sample.minute.toFixed(1).padStart(6)} min`,
    ...MEASURES.map(
      (measure) => `${NAMES[measure]} ${shown(measure, sample[measure])}`
    ),
  ].join(', ')

const growth = ({ start, end }: Course) =>
  `${((end / start - 1) * 100).toFixed(1)} %`

export const hourTable = ({ courses }: Hour) =>
  table(
    ['Once warm, by the line of least squares', 'start', 'end', 'growth', ''],
    courses.map((course) => [
      NAMES[course.measure],
      shown(course.measure, course.start),
      shown(course.measure, course.end),
      growth(course),
      course.isFlat ? 'flat' : 'NOT flat',
    ])
  )

export const hourLine = ({ minutes, events, failures }: Hour) =>
  `Memory over ${minutes.toFixed(0)} min, ${events.toLocaleString('en-US')} events (${(events / minutes / 60).toFixed(1)} a second), ` +
  `${failures.length} requests failed${failures.length > 0 ? `, such as: ${failures[0]}` : ''}.`
