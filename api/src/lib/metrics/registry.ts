import {
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
} from 'prom-client'

/** All that this process tells of itself. Counters count since its start, as Prometheus expects. */
export const registry = new Registry()

const PREFIX = 'heliograph_'

type Labels = readonly string[]

const options = <Label extends string>(
  name: string,
  help: string,
  labelNames: readonly Label[]
) => ({ name: PREFIX + name, help, labelNames, registers: [registry] })

/** @param name without its prefix, as in the other two */
export const counter = <const Names extends Labels>(
  name: string,
  help: string,
  labelNames: Names
) => new Counter<Names[number]>(options(name, help, labelNames))

/** @param buckets upper bounds */
export const histogram = <const Names extends Labels>(
  name: string,
  help: string,
  labelNames: Names,
  buckets: number[]
) =>
  new Histogram<Names[number]>({ ...options(name, help, labelNames), buckets })

export const gauge = <const Names extends Labels>(
  name: string,
  help: string,
  labelNames: Names
) => new Gauge<Names[number]>(options(name, help, labelNames))

/** A number that is read when somebody asks. */
export const measured = (name: string, help: string, read: () => number) =>
  new Gauge({
    ...options(name, help, []),
    collect() {
      this.set(read())
    },
  })

let watched = false

/** Memory, processor time, garbage collection and the lag of the event loop, from now on. */
export function watchProcess() {
  if (!watched) {
    watched = true
    collectDefaultMetrics({ register: registry })
  }
}
