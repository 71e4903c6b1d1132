/** Who wants no more messages from whom. */
export interface OptOuts {
  block: (sender: string, customer: string) => void
  unblock: (sender: string, customer: string) => void
  isBlocked: (sender: string, customer: string) => boolean
  list: () => { sender: string; customer: string }[]
  clear: () => void
}

/** A sender is a number of ours or, under Advanced Opt-Out, a whole Messaging Service. */
export function createOptOuts(): OptOuts {
  const blocked = new Map<string, { sender: string; customer: string }>()
  const key = (sender: string, customer: string) => `${sender} ${customer}`
  return {
    block: (sender, customer) =>
      blocked.set(key(sender, customer), { sender, customer }),
    unblock: (sender, customer) => blocked.delete(key(sender, customer)),
    isBlocked: (sender, customer) => blocked.has(key(sender, customer)),
    list: () => [...blocked.values()],
    clear: () => blocked.clear(),
  }
}
