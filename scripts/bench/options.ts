import { parseArgs } from 'node:util'

const HELP = `Usage: npm run bench -- [options]
  --rounds N       alternating rounds of each server (5)
  --seconds N      seconds of each round (5)
  --connections N  connections of the load (50); four times as many for the fleet
  --only a,b       of: ours, bare, tutorial, sending, inbound; and what is not among them by itself: fleet (two
                   processes beside one; needs Redis), upgrade (one process after the other, under --sends and twice as
                   many callbacks a second; needs Redis), scale (the plan to 10,000 messages/s, and a partitioned
                   table of events), inbox, whose database of a million messages takes minutes to make, and memory: of
                   a page with the inbox open, and of its server, at 20 events a second for --minutes (60)
  --about TEXT     of inbox: only the questions whose name has it; 'switching': only in the browser
  --sends N        of an upgrade, each second (100)
  --speed N        of memory: N times as many events a second (1)
  --quick          two rounds of two seconds, a shorter measurement of the streams
  --minutes N      instead of all that: the memory of our server over N minutes of callbacks`

export interface Options {
  rounds: number
  seconds: number
  connections: number
  only: string[]
  /** How long the streams are measured. */
  streamSeconds: number
  /** Of a measurement of memory; 0: not said. */
  minutes: number
  /** How many times as much happens as in a busy inbox. */
  speed: number
  /** Of an upgrade, each second. */
  sends: number
  /** Of the inbox: what the name of a question has to have. */
  about: string
}

const positive = (name: string, value: string) => {
  const number = Number(value)
  if (!(number > 0)) {
    throw new Error(`--${name} must be a number above 0.\n${HELP}`)
  }
  return number
}

/** The command's options; null where help was asked for, which is printed. */
export function readOptions(args: string[]): Options | null {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      connections: { type: 'string', default: '50' },
      only: { type: 'string', default: 'ours,bare,tutorial,sending,inbound' },
      minutes: { type: 'string' },
      speed: { type: 'string', default: '1' },
      sends: { type: 'string', default: '100' },
      about: { type: 'string', default: '' },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(HELP)
    return null
  }
  const { quick } = values
  return {
    rounds: positive('rounds', values.rounds ?? (quick ? '2' : '5')),
    seconds: positive('seconds', values.seconds ?? (quick ? '2' : '5')),
    connections: positive('connections', values.connections),
    only: values.only.split(','),
    streamSeconds: quick ? 4 : 10,
    minutes: values.minutes ? positive('minutes', values.minutes) : 0,
    speed: positive('speed', values.speed),
    sends: positive('sends', values.sends),
    about: values.about,
  }
}
