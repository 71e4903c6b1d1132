import { createStore } from 'src/lib/createStore'

export interface Listed {
  /** In the order of the list. */
  ids: readonly string[]
  openId: string | undefined
  pathOf: (id: string) => string
}

/** The list of conversations that is on the screen; null where there is none. */
export const listed = createStore<Listed | null>(null)
