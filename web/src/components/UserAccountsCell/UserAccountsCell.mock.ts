import type { UserAccountFields } from 'types/graphql'

const anAccount = (own: Partial<UserAccountFields>): UserAccountFields => ({
  __typename: 'UserAccount',
  id: 'u1',
  email: 'ada@example.com',
  name: 'Ada',
  role: 'ADMIN',
  isInvited: false,
  invitedUntil: null,
  deactivatedAt: null,
  lastSeenAt: '2026-03-03T10:00:00Z',
  ...own,
})

export const standard = () => ({
  userAccounts: [
    anAccount({}),
    anAccount({
      id: 'u2',
      email: 'ben@example.com',
      name: null,
      role: 'AGENT',
      isInvited: true,
      invitedUntil: '2026-03-10T10:00:00Z',
      lastSeenAt: null,
    }),
    anAccount({
      id: 'u3',
      email: 'cleo@example.com',
      name: 'Cleo',
      role: 'VIEWER',
      deactivatedAt: '2026-02-01T10:00:00Z',
    }),
  ],
})
