import { emptyDatabase } from 'test-support/emptyDatabase'

import { twilioClient } from 'src/lib/twilio/twilioClient'

import {
  createSimulator,
  type Simulator,
} from '../../scripts/simulator/createSimulator'

/** From now on none of its webhooks arrives: nothing but asking tells us what it knows. */
function deafen({ control }: Simulator) {
  control.reset()
  control.changeSettings({
    delays: { queued: 1, sending: 2, sent: 3, delivered: 4, later: 5 },
  })
  control.addFault({ kind: 'drop', match: { webhook: 'any' } })
}

/** For the tests of a file: a simulator that the client asks and whose webhooks are lost, and before each of them an empty database. */
export function deafTwilio(): Simulator {
  const simulator = createSimulator()
  beforeAll(async () => {
    twilioClient.api.baseUrl = await simulator.listen()
  })
  afterAll(() => simulator.close())
  beforeEach(async () => {
    await emptyDatabase()
    deafen(simulator)
  })
  return simulator
}
