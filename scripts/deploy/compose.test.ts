import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import { readConfig } from '../../api/src/lib/config/readConfig'

import {
  composeAsWritten,
  readCompose,
  requiredVariables,
  type Service,
} from './support/compose'
import { dockerfile } from './support/dockerfile'
import {
  exists,
  isCommand,
  knownVariables,
  secondsToEnd,
} from './support/project'

const ENV = {
  POSTGRES_PASSWORD: 'aB3',
  SESSION_SECRET: 'x'.repeat(32),
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'a token',
  TWILIO_PHONE_NUMBER: '+15551234567',
  SITE: 'inbox.example.com',
}

const compose = readCompose(ENV)
const services = Object.entries(compose.services)
const ours = services.filter(([, { image }]) => image === 'heliograph')

const environmentOf = ({ environment }: Service) => ({
  NODE_ENV: 'production',
  ...environment,
})

describe('compose.yaml', () => {
  test('has two APIs, a worker, and a migration that ends before any of them begins', () => {
    assert.deepEqual(ours.map(([name]) => name).sort(), [
      'api-1',
      'api-2',
      'migrate',
      'worker',
    ])
    for (const [name, { depends_on: waitsFor }] of ours) {
      if (name !== 'migrate') {
        assert.equal(
          waitsFor?.migrate.condition,
          'service_completed_successfully'
        )
      }
    }
  })

  test('gives each process a configuration that it starts with', () => {
    for (const [name, service] of ours) {
      const config = readConfig(environmentOf(service))
      assert.equal(config.worker, 'external', name)
      assert.equal(config.publicOrigin, 'https://inbox.example.com')
      assert.ok(config.redisUrl)
      assert.equal(new URL(config.databaseUrl).hostname, 'postgres')
    }
  })

  test('names variables that there are', () => {
    const known = knownVariables()
    for (const [, service] of ours) {
      for (const name of Object.keys(service.environment ?? {})) {
        assert.ok(known.has(name), `${name} is none of .env.defaults`)
      }
    }
  })

  test('does not start without a secret, and says which', () => {
    assert.deepEqual(requiredVariables().sort(), [
      'POSTGRES_PASSWORD',
      'SESSION_SECRET',
      'TWILIO_ACCOUNT_SID',
      'TWILIO_AUTH_TOKEN',
    ])
    for (const name of requiredVariables()) {
      assert.throws(() => readCompose({ ...ENV, [name]: '' }), {
        message: new RegExp(`^${name} is missing`),
      })
    }
    const numberless = readCompose({ ...ENV, TWILIO_PHONE_NUMBER: '' })
    assert.throws(
      () => readConfig(environmentOf(numberless.services['api-1'])),
      /TWILIO_PHONE_NUMBER is missing/
    )
  })

  test('holds no secret itself', () => {
    for (const { environment = {} } of Object.values(
      composeAsWritten().services
    )) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|SECRET|TOKEN/.test(name)) {
          assert.match(value, /^\$\{\w+:\?[^}]+\}$/, name)
        }
      }
    }
  })

  test('runs commands that there are', () => {
    for (const [name, { command }] of ours) {
      assert.ok(!command || isCommand(command), name)
    }
  })

  test('mounts what there is, and uses networks and volumes that it declares', () => {
    for (const [name, { volumes = [], networks = [] }] of services) {
      for (const volume of volumes) {
        const [source] = volume.split(':')
        assert.ok(
          source.startsWith('.') ? exists(source) : source in compose.volumes,
          `${name}: ${source}`
        )
      }
      for (const network of networks) {
        assert.ok(network in compose.networks, `${name}: ${network}`)
      }
    }
    const media = ours.map(([, { volumes }]) => volumes)
    assert.ok(media.every((volumes) => `${volumes}` === `${media[0]}`))
  })

  test('waits for nobody who never says that he is there', () => {
    for (const [name, { depends_on: waitsFor = {} }] of services) {
      for (const [other, { condition }] of Object.entries(waitsFor)) {
        const service = compose.services[other]
        const checked =
          service.healthcheck ??
          (service.image === 'heliograph' && dockerfile.healthCheck)
        assert.ok(service, `${name} waits for ${other}`)
        assert.ok(condition !== 'service_healthy' || checked, other)
      }
    }
  })

  test('shows the world Caddy, and nobody else', () => {
    const open = services.filter(([, { ports }]) => ports)
    assert.deepEqual(
      open.map(([name]) => name),
      ['caddy']
    )
    assert.deepEqual(compose.networks.data, { internal: true })
    for (const name of ['postgres', 'redis']) {
      assert.deepEqual(compose.services[name].networks, ['data'])
    }
  })

  test('balances over the APIs, at the port that they answer on', () => {
    const { UPSTREAMS = '' } = compose.services.caddy.environment ?? {}
    for (const upstream of UPSTREAMS.split(' ')) {
      const [name, port] = upstream.split(':')
      assert.ok(name in compose.services, name)
      assert.equal(compose.services[name].environment?.WEB_PORT, port)
      assert.deepEqual(dockerfile.exposed, [port])
    }
  })

  test('lets a process end as slowly as it may', () => {
    for (const [name, service] of ours) {
      const seconds = parseInt(service.stop_grace_period ?? '0')
      assert.ok(seconds > secondsToEnd(), name)
    }
  })
})
