import { until } from '../../../../scripts/faults/until'

import { publish } from './publish'
import { watchProcesses } from './watchProcesses'

/** Who holds a lock, as PostgreSQL says; and what happens meanwhile. */
const mockDatabase = {
  living: new Set<string>(),
  meanwhile: () => {},
  looks: 0,
}
const mockMissed = jest.fn()

jest.mock('src/lib/config/config', () => {
  const { config } = jest.requireActual('src/lib/config/config')
  return { config: { ...config, redisUrl: 'redis://127.0.0.1:9' } }
})

jest.mock('src/lib/life/life', () => {
  const client = {
    query: async () => {
      mockDatabase.looks += 1
      const rows = [...mockDatabase.living].map((process) => ({ process }))
      mockDatabase.meanwhile()
      return { rows }
    },
  }
  return {
    lifeline: async () => client,
    cutLifeline: () => {},
    hold: async () => 'own',
    letGo: async () => {},
  }
})

jest.mock('./pubSub', () => ({
  pingRedis: async () => {},
  told: async () => {},
  liveEvents: new EventTarget(),
}))

jest.mock('./publish', () => ({
  publish: (detail: unknown) =>
    jest
      .requireMock('./pubSub')
      .liveEvents.dispatchEvent(Object.assign(new Event('inbox'), { detail })),
}))
jest.mock('./missed', () => ({ missedHere: () => mockMissed() }))

const lookTwice = async () => {
  const looks = mockDatabase.looks + 2
  await until('it has looked twice', async () => mockDatabase.looks >= looks)
}

describe('a process that watches the others', () => {
  let leave: () => Promise<void>

  beforeEach(async () => {
    Object.assign(mockDatabase, {
      living: new Set(['own', 'A']),
      meanwhile: () => {},
    })
    mockMissed.mockClear()
    const watching = await watchProcesses()
    leave = watching.leave
    await watching.known
  })

  afterEach(() => leave())

  it('knows who lives when it begins, and has its listeners ask when one of them dies', async () => {
    mockDatabase.living.delete('A')
    await lookTwice()
    expect(mockMissed).toHaveBeenCalledTimes(1)
  })

  it('sees that one has died which nobody ever saw living', async () => {
    publish({ kind: 'joined', process: 'B' })
    await lookTwice()
    expect(mockMissed).toHaveBeenCalledTimes(1)
  })

  it('takes nobody for dead who joins while it looks', async () => {
    mockDatabase.meanwhile = () => {
      publish({ kind: 'joined', process: 'B' })
      mockDatabase.living.add('B')
    }
    await lookTwice()
    expect(mockMissed).not.toHaveBeenCalled()
  })

  it('lets go who takes leave', async () => {
    publish({ kind: 'left', process: 'A' })
    mockDatabase.living.delete('A')
    await lookTwice()
    expect(mockMissed).not.toHaveBeenCalled()
  })
})
