import { parse } from 'yaml'

import { read } from './project'

export interface Service {
  image?: string
  build?: string
  command?: string[]
  ports?: string[]
  volumes?: string[]
  networks?: string[]
  environment?: Record<string, string>
  healthcheck?: object
  restart?: string
  stop_grace_period?: string
  depends_on?: Record<string, { condition: string }>
}

export interface Compose {
  services: Record<string, Service>
  networks: Record<string, { internal?: boolean } | null>
  volumes: Record<string, null>
}

/** https://docs.docker.com/reference/compose-file/interpolation/, as far as it is used */
const VARIABLE = /\$\{(\w+)(?::([?-])([^}]*))?\}/g

const resolve = (text: string, env: Record<string, string>) =>
  text.replace(VARIABLE, (_all, name, kind, word) => {
    if (env[name]) {
      return env[name]
    }
    if (kind === '?') {
      throw new Error(`${name} is missing: ${word}`)
    }
    return kind === '-' ? word : ''
  })

/** After the parsing, as Docker does: what is filled in is text, whatever it looks like. */
const fillIn = (value: unknown, env: Record<string, string>): unknown => {
  if (typeof value === 'string') {
    return resolve(value, env)
  }
  if (Array.isArray(value)) {
    return value.map((one) => fillIn(one, env))
  }
  return value && typeof value === 'object'
    ? Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, fillIn(one, env)])
      )
    : value
}

/** compose.yaml with its variables filled in, and the anchors where they are used. */
export const readCompose = (env: Record<string, string>): Compose =>
  fillIn(composeAsWritten(), env) as Compose

/** compose.yaml as it is written. */
export const composeAsWritten = (): Compose =>
  parse(read('compose.yaml'), { merge: true })

/** The variables without which it does not start. */
export const requiredVariables = () => [
  ...new Set(
    [...read('compose.yaml').matchAll(VARIABLE)]
      .filter(([, , kind]) => kind === '?')
      .map(([, name]) => name)
  ),
]
