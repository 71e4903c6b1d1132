import type { AuditGroup } from '@prisma/client'

import { findInvited } from 'src/lib/access/users/findInvited'

import type { Who } from './entry'

type Arguments = Record<string, unknown>

/** Which thing it is done to. */
export interface SubjectRule {
  type: string
  /** The argument that names it. */
  argument?: string
  /** By which column, where it is not the id. */
  key?: string
  /** Where its id stands in the answer: what is made has none before. */
  result?: string
}

/** What can't be seen by a mutation's types. */
export interface Action {
  group?: AuditGroup
  /** `self`: the account of who asks. */
  subject?: SubjectRule | 'self'
  /** Texts among the arguments that may be kept. Ids, numbers, times, switches and choices are kept in any case. */
  texts?: readonly string[]
  /** Whether it is read before and after, to tell what has changed, though nothing of it is named. */
  isCompared?: boolean
  /** Who does it, where nobody is logged in. Null: an attempt of nobody's, which is counted by the metrics. */
  who?: (args: Arguments) => Promise<Who | null>
  /**
   * Nobody waits for its entry, because a message is the record of who sent it: of a process that is killed between a
   * send and its entry, the entry is lost, and the row names the user or the key.
   */
  isRecordedElsewhere?: boolean
}

const self = { group: 'ACCESS', subject: 'self' } as const
const sent = (subject: SubjectRule) => ({ subject, isRecordedElsewhere: true })

const user = { type: 'User', argument: 'id' }
const rule = { type: 'AutoReplyRule', argument: 'id' }
const endpoint = { type: 'WebhookEndpoint', argument: 'endpointId' }
const callSettings = { type: 'CallSettings', argument: 'address' }

/** Of each mutation, what is not plain from its types. Who adds one need not think of this, unless its texts may be kept. */
export const ACTIONS: Record<string, Action> = {
  acceptInvitation: {
    ...self,
    who: ({ token }) => findInvited(String(token)),
  },
  changePassword: self,
  logOutEverywhere: self,
  updateMe: { ...self, texts: ['name'] },
  updateSettings: self,
  createApiKey: {
    subject: { type: 'ApiKey', result: 'apiKey.id' },
    texts: ['name'],
  },
  inviteUser: {
    subject: { type: 'User', result: 'account.id' },
    texts: ['email', 'name'],
  },
  renewInvitation: { subject: user },
  changeUser: { subject: user },
  createLabel: { texts: ['name'] },
  updateLabel: { texts: ['name'] },
  createCannedReply: { texts: ['shortcut'] },
  updateCannedReply: { texts: ['shortcut'] },
  createChannel: { texts: ['address', 'name', 'timeZone', 'holidays'] },
  updateChannel: { texts: ['address', 'name', 'timeZone', 'holidays'] },
  createAutoReplyRule: { texts: ['keywords'] },
  updateAutoReplyRule: { subject: rule, texts: ['keywords'] },
  deleteAutoReplyRule: { subject: rule },
  saveCallSettings: {
    subject: { ...callSettings, key: 'address', result: 'id' },
    texts: ['address', 'language'],
  },
  deleteCallSettings: {
    subject: { ...callSettings, key: 'address' },
    texts: ['address'],
  },
  createWebhookEndpoint: {
    subject: { type: 'WebhookEndpoint', result: 'endpoint.id' },
    texts: ['description', 'events'],
  },
  updateWebhookEndpoint: { texts: ['description', 'events'] },
  rotateWebhookSecret: { subject: { ...endpoint, argument: 'id' } },
  sendTestWebhook: { subject: endpoint },
  replayFailedWebhookDeliveries: { subject: endpoint },
  setConsent: { isCompared: true },
  setRetention: { texts: ['address'] },
  deleteRetention: { texts: ['address'] },
  fetchMediaAgain: { subject: { type: 'Media', argument: 'id' } },
  startSelfTest: { subject: { type: 'Message', result: 'message.id' } },
  sendSms: sent({ type: 'Message', result: 'id' }),
  sendConversationMessage: sent({ type: 'Message', result: 'id' }),
  retryMessage: sent({ type: 'Message', result: 'id' }),
}

/** Mutations that leave no entry, and why. */
export const NOT_AUDITED: Record<string, string> = {
  setPresence: 'It says where one looks, every few seconds; nothing is kept.',
  markConversationRead:
    'The page says it by itself, of each conversation that somebody opens; nothing but a badge follows it.',
}
