import type {
  MessageInstance,
  MessageListInstancePageOptions,
  MessagePage,
} from 'twilio/lib/rest/api/v2010/account/message'

import { twilioClient } from './twilioClient'

type Page = Pick<MessagePage, 'instances' | 'nextPage'>

const PAGE = 200

/**
 * Twilio's messages, newest first, page by page: whoever has seen enough stops asking.
 *
 * @throws what the client throws: Twilio is away, or refuses
 * @see https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources
 */
export async function* listTwilioMessages(
  filter: Pick<
    MessageListInstancePageOptions,
    'to' | 'from' | 'dateSentAfter' | 'dateSentBefore'
  >
): AsyncGenerator<MessageInstance> {
  let page: Page | undefined = await twilioClient.messages.page({
    ...filter,
    pageSize: PAGE,
  })
  while (page) {
    yield* page.instances
    page = await page.nextPage()
  }
}
