import { createUser } from 'api/src/lib/access/createUser'
import { SIMULATOR_ACCOUNT } from 'api/src/lib/config/simulatorAccount'
import { db } from 'api/src/lib/db'
import { parseInboundMessage } from 'api/src/lib/inbound/parseInboundMessage'
import { recordInboundMessage } from 'api/src/lib/inbound/recordInboundMessage'
import { type LabelInput, readLabel } from 'api/src/lib/labels/readLabel'

import { leave } from './administration/leave'
import { DEMO_LOGIN } from './bootstrap/demo.cjs'

const DEMO_CUSTOMERS = [
  {
    name: 'Maya Okafor',
    number: '+14155550101',
    text: 'Hi, can I move my appointment from Thursday to Friday morning?',
  },
  {
    name: 'Jonas Weber',
    number: '+4915112345678',
    text: 'The parcel is here. Thank you! 📦',
  },
  {
    name: null,
    number: '+14155550133',
    text: 'Is this the number for the pharmacy?',
  },
]

const DEMO_LABELS: LabelInput[] = [
  { name: 'Appointment', color: 'BLUE' },
  { name: 'Delivery', color: 'GREEN' },
  { name: 'Complaint', color: 'RED' },
]

const hex32 = (n: number) => n.toString(16).padStart(32, '0')

/**
 * What a development database has to look at: a login, labels, and three people who wrote. Never in production, and nothing
 * twice: the messages have SIDs of their own.
 */
export default async () => {
  if (process.env.NODE_ENV === 'production') {
    return
  }
  if (!(await db.user.findUnique({ where: { email: DEMO_LOGIN.email } }))) {
    await createUser({ ...DEMO_LOGIN, name: 'Demo', role: 'ADMIN' })
    await db.label.createMany({
      data: DEMO_LABELS.map(readLabel),
      skipDuplicates: true,
    })
  }
  for (const [n, { name, number, text }] of DEMO_CUSTOMERS.entries()) {
    await recordInboundMessage(
      parseInboundMessage({
        MessageSid: `SM${hex32(n + 1)}`,
        SmsStatus: 'received',
        From: number,
        To: SIMULATOR_ACCOUNT.phoneNumber,
        Body: text,
        NumMedia: '0',
        NumSegments: '1',
      })
    )
    if (name) {
      await db.contact.updateMany({
        where: { address: number, name: null },
        data: { name },
      })
    }
  }
  await leave()
}
