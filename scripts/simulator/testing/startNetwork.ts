import type { TestContext } from 'node:test'

import twilio, { type Twilio } from 'twilio'

import type { Control } from '../control/control'
import { createSimulator, type Simulator } from '../createSimulator'
import type { SettingsChange } from '../network/settings'

import { startReceiver, type Receiver } from './receiver'

export const CUSTOMER = '+14155550100'

export interface TestNetwork {
  simulator: Simulator
  control: Control
  /** The unmodified client, pointed at the simulator. */
  client: Twilio
  receiver: Receiver
  ourNumber: string
  /** Sends a message to `CUSTOMER` whose status is reported to the receiver. */
  send: (
    change?: Partial<Parameters<Twilio['messages']['create']>[0]>
  ) => ReturnType<Twilio['messages']['create']>
}

const NO_DELAYS = {
  queued: 0,
  sending: 0,
  sent: 0,
  delivered: 0,
  later: 0,
  speech: 0,
}

/** A simulator, an application that it calls and a client, all of which end with the test. */
export async function startNetwork(
  t: TestContext,
  settings: SettingsChange = {}
): Promise<TestNetwork> {
  const simulator = createSimulator()
  const { account, control } = simulator
  const receiver = await startReceiver(account.authToken)
  control.changeSettings({
    delays: NO_DELAYS,
    retryDelay: 1,
    inboundUrl: receiver.url('/inbound'),
    voiceUrl: receiver.url('/voice'),
    voiceStatusUrl: receiver.url('/voice?event=status'),
    ...settings,
  })
  await simulator.listen()
  t.after(async () => {
    await simulator.close()
    await receiver.close()
  })
  const client = clientOf(simulator)
  return {
    simulator,
    control,
    client,
    receiver,
    ourNumber: account.phoneNumber,
    send: (change) =>
      client.messages.create({
        to: CUSTOMER,
        from: account.phoneNumber,
        body: 'Hello',
        statusCallback: receiver.url('/status?message=7'),
        ...change,
      }),
  }
}

export function clientOf(
  { account, url }: Simulator,
  user = account.accountSid,
  password = account.authToken
): Twilio {
  const client = twilio(user, password, { accountSid: account.accountSid })
  client.api.baseUrl = url
  return client
}
