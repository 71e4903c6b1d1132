import { twiml } from 'twilio'

/** "Nothing to say": no reply goes out. */
export const emptyTwiml = () => new twiml.MessagingResponse().toString()
