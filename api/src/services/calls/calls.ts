import type { Call as CallRow } from '@prisma/client'
import type { MutationResolvers, QueryResolvers } from 'types/graphql'

import {
  deleteCallSettings as deleteSettings,
  listCallSettings,
  saveCallSettings as saveSettings,
} from 'src/lib/calls/callSettings'
import { db } from 'src/lib/db'
import type { Relations } from 'src/lib/graphql/relations'
import { SPOKEN_LANGUAGES } from 'src/lib/twilio/voiceTwiml'

export const callSettings: QueryResolvers['callSettings'] = () =>
  listCallSettings()

export const spokenLanguages: QueryResolvers['spokenLanguages'] = () => [
  ...SPOKEN_LANGUAGES,
]

export const saveCallSettings: MutationResolvers['saveCallSettings'] = (
  input
) => saveSettings(input)

export const deleteCallSettings: MutationResolvers['deleteCallSettings'] = ({
  address,
}) => deleteSettings(address)

export const Call = {
  recordedSeconds: async (_args, { root }) => {
    const { _sum } = await db.callRecording.aggregate({
      where: { callSid: root.sid },
      _sum: { durationSeconds: true },
    })
    return _sum.durationSeconds
  },
} satisfies Relations<CallRow>
