import { aCannedReply } from 'src/testing/fixtures'

export const standard = () => ({
  cannedReplies: [
    aCannedReply(),
    aCannedReply({
      id: 'r2',
      shortcut: 'address',
      text: 'You find us at Main St 1.',
    }),
  ],
})
