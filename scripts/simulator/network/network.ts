import type { SimulatedAccount } from '../account/account'
import {
  createConversationStore,
  type ConversationStore,
} from '../conversations/conversations'
import { createOutcomes, type Outcomes } from '../delivery/outcomes'
import { createFaults, type Faults } from '../faults/faults'
import { createOptOuts, type OptOuts } from '../inbound/optOuts'

import { createAir, type Air } from './air'
import { createCallStore, type CallStore } from './calls'
import { createMessageStore, type MessageStore } from './messages'
import { seededRandom, type Random } from './random'
import type { Settings } from './settings'
import { createTasks, type Tasks } from './tasks'

/** The simulated phone network: all state there is. It lives in memory and is forgotten with the process. */
export interface PhoneNetwork {
  readonly account: SimulatedAccount
  readonly air: Air
  readonly messages: MessageStore
  readonly calls: CallStore
  readonly tasks: Tasks
  readonly faults: Faults
  readonly outcomes: Outcomes
  readonly optOuts: OptOuts
  readonly conversations: ConversationStore
  settings: Settings
  random: Random
  /** Where the network itself is reached; media links point there. */
  url: string
}

export function createPhoneNetwork(
  account: SimulatedAccount,
  settings: Settings,
  seed: number
): PhoneNetwork {
  const network: PhoneNetwork = {
    account,
    settings,
    random: seededRandom(seed),
    url: '',
    air: createAir(),
    messages: createMessageStore(),
    calls: createCallStore(),
    tasks: createTasks(),
    outcomes: createOutcomes(),
    optOuts: createOptOuts(),
    conversations: createConversationStore(),
    faults: createFaults(() => network.random.next()),
  }
  return network
}
