import type { Fault, FaultOrder } from './faults'

/** Last digits of a To that bring a fault with them, so that a browser needs no control API to see it. */
export const MAGIC_FAULTS: Record<
  string,
  { says: string; faults: FaultOrder[] }
> = {
  '90003': {
    says: 'its callbacks come in reverse order',
    faults: [{ kind: 'reorder' }],
  },
  '90004': {
    says: 'each callback comes twice',
    faults: [{ kind: 'duplicate' }],
  },
  '90005': {
    says: 'delivered, but every callback is lost',
    faults: [{ kind: 'drop' }],
  },
  '90006': {
    says: 'its first callback comes before the create is answered',
    faults: [{ kind: 'callbackFirst' }],
  },
  '90401': {
    says: 'the create is answered 401',
    faults: [{ kind: 'answer', status: 401 }],
  },
  '90429': {
    says: 'the create is answered 429',
    faults: [{ kind: 'answer', status: 429 }],
  },
  '90500': {
    says: 'the create is answered 500 and not accepted',
    faults: [{ kind: 'answer', status: 500 }],
  },
  '90501': {
    says: 'the create is answered 500 but accepted',
    faults: [{ kind: 'answer', status: 500, accepted: true }],
  },
  '90504': {
    says: 'the create is accepted and never answered',
    faults: [{ kind: 'hang', accepted: true }],
  },
  '90505': {
    says: 'the create is accepted, then the connection is reset',
    faults: [{ kind: 'reset', accepted: true }],
  },
}

export const magicFaults = (to = ''): Fault[] =>
  (MAGIC_FAULTS[to.slice(-5)]?.faults ?? []).map((order) => ({
    ...order,
    id: `magic ${to.slice(-5)}`,
    struck: 0,
  }))
