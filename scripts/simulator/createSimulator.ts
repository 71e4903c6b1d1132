import {
  accountFromEnvironment,
  type SimulatedAccount,
} from './account/account'
import { createControl, type Control } from './control/control'
import { tellReceipts } from './conversations/relayMessage'
import { releaseDue } from './delivery/scheduled'
import { startAnsweringHandset } from './inbound/answeringHandset'
import { createPhoneNetwork } from './network/network'
import {
  changeSettings,
  defaultSettings,
  type SettingsChange,
} from './network/settings'
import { createApp } from './server/createApp'
import { createListeners } from './server/listeners'

export interface SimulatorOptions {
  /** Default: from the environment, else the well-known one. */
  account?: Partial<SimulatedAccount>
  settings?: SettingsChange
  /** Of everything that happens by chance; default 1. */
  seed?: number
}

export interface Simulator {
  /** Listens on loopback; 0, the default, takes any free port. Resolves with `url`. */
  listen: (port?: number) => Promise<string>
  close: () => Promise<void>
  /** `http://localhost:<port>`: the base URL for a Twilio client. */
  readonly url: string
  readonly account: SimulatedAccount
  readonly control: Control
}

const RELEASE_INTERVAL_MS = 1000

/** A phone network that speaks Twilio's contract, for development and tests. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { account: changes, settings = {}, seed = 1 } = options
  const network = createPhoneNetwork(
    { ...accountFromEnvironment(), ...changes },
    changeSettings(defaultSettings(), settings),
    seed
  )
  startAnsweringHandset(network)
  tellReceipts(network)
  const listeners = createListeners((request, response) =>
    app.routing(request, response)
  )
  const control = createControl(network, listeners, seed)
  const app = createApp(network, control)
  let release: NodeJS.Timeout

  return {
    account: network.account,
    control,
    get url() {
      return network.url
    },
    listen: async (port = 0) => {
      await app.ready()
      network.url = `http://localhost:${await listeners.open(port)}`
      release = setInterval(() => releaseDue(network), RELEASE_INTERVAL_MS)
      return network.url
    },
    close: async () => {
      clearInterval(release)
      network.tasks.stop()
      await listeners.close()
      await app.close()
    },
  }
}
