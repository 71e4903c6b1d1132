import { aConversation } from 'src/testing/fixtures'

export const standard = () => ({ conversation: aConversation() })
