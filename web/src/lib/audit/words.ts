import type { AuditEntryFields, AuditGroup } from 'types/graphql'

import { t } from 'src/lib/language/t'

const said = <Key extends string>(words: Record<Key, () => string>) => words

const GROUP_WORDS = said<AuditGroup>({
  ACCESS: () => t('Access'),
  ADMINISTRATION: () => t('Administration'),
  INBOX: () => t('Inbox'),
  SENDING: () => t('Sending'),
  EXPORT: () => t('Exports'),
})

export const groupWords = (group: AuditGroup) => GROUP_WORDS[group]()

const ACTION_WORDS: Record<string, () => string> = {
  logIn: () => t('Logged in'),
  logOut: () => t('Logged out'),
  logInFailed: () => t('Login failed'),
  logInThrottled: () => t('Logins stopped: too many attempts'),
  logOutEverywhere: () => t('Logged out everywhere'),
  changePassword: () => t('Changed the password'),
  acceptInvitation: () => t('Set a password by a link'),
  updateMe: () => t('Changed the own name'),
  updateSettings: () => t('Changed the own settings'),
  createUser: () => t('Made a user'),
  inviteUser: () => t('Invited somebody'),
  renewInvitation: () => t('Made a new link'),
  changeUser: () => t('Changed a user'),
  createApiKey: () => t('Made an API key'),
  revokeApiKey: () => t('Revoked an API key'),
  createChannel: () => t('Made a channel'),
  updateChannel: () => t('Changed a channel'),
  deleteChannel: () => t('Deleted a channel'),
  createAutoReplyRule: () => t('Made an automatic reply'),
  updateAutoReplyRule: () => t('Changed an automatic reply'),
  deleteAutoReplyRule: () => t('Deleted an automatic reply'),
  orderAutoReplyRules: () => t('Ordered the automatic replies'),
  saveCallSettings: () => t('Changed how calls are answered'),
  deleteCallSettings: () => t('Deleted how calls are answered'),
  createWebhookEndpoint: () => t('Made a webhook endpoint'),
  updateWebhookEndpoint: () => t('Changed a webhook endpoint'),
  deleteWebhookEndpoint: () => t('Deleted a webhook endpoint'),
  rotateWebhookSecret: () => t('Changed the secret of a webhook'),
  sendTestWebhook: () => t('Sent a test webhook'),
  replayWebhookDelivery: () => t('Replayed a webhook'),
  replayFailedWebhookDeliveries: () => t('Replayed failed webhooks'),
  startSelfTest: () => t('Started a self-test'),
  forgetAuditEntries: () => t('Forgot old entries'),
  sendSms: () => t('Sent a message'),
  sendConversationMessage: () => t('Answered in a group'),
  createTwilioConversation: () => t('Started a group'),
  retryMessage: () => t('Sent a message again'),
  retryFailedMessages: () => t('Sent failed messages again'),
  cancelMessage: () => t('Canceled a message'),
  archiveConversation: () => t('Archived a conversation'),
  reopenConversation: () => t('Reopened a conversation'),
  snoozeConversation: () => t('Snoozed a conversation'),
  assignConversation: () => t('Assigned a conversation'),
  markConversationUnread: () => t('Marked a conversation as unread'),
  labelConversation: () => t('Labeled a conversation'),
  unlabelConversation: () => t('Took a label off a conversation'),
  labelContact: () => t('Labeled a contact'),
  unlabelContact: () => t('Took a label off a contact'),
  renameContact: () => t('Renamed a contact'),
  updateContactNotes: () => t('Changed the notes on a contact'),
  addNote: () => t('Wrote a note'),
  setConsent: () => t('Changed consent'),
  fetchMediaAgain: () => t('Fetched a file again'),
  createLabel: () => t('Made a label'),
  updateLabel: () => t('Changed a label'),
  deleteLabel: () => t('Deleted a label'),
  createCannedReply: () => t('Made a canned reply'),
  updateCannedReply: () => t('Changed a canned reply'),
  deleteCannedReply: () => t('Deleted a canned reply'),
  setRetention: () => t('Changed how long it is kept'),
  deleteRetention: () => t('Took back how long it is kept'),
  eraseContact: () => t('Erased a contact'),
  exportContact: () => t('Exported a contact'),
  exportConsent: () => t('Exported the ledger of consent'),
  exportAnalytics: () => t('Exported the analytics'),
  exportAuditLog: () => t('Exported the audit log'),
}

/** In the order in which they are offered. */
export const ACTIONS = Object.keys(ACTION_WORDS)

/** eraseContact → Erase contact: what the page has no words for. */
const spellOut = (action: string) => {
  const words = action.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const READ = /^read (.+)$/

/** What somebody did. */
export function actionWords(action: string): string {
  const known = Object.hasOwn(ACTION_WORDS, action) && ACTION_WORDS[action]
  if (known) {
    return known()
  }
  const asked = READ.exec(action)?.[1]
  if (asked) {
    return t('Asked for {what}', { what: spellOut(asked).toLowerCase() })
  }
  return /^(GET|POST) /.test(action)
    ? t('Asked for {what}', { what: action.replace(/^\w+ /, '') })
    : spellOut(action)
}

const KIND_WORDS = said<AuditEntryFields['actor']['kind']>({
  USER: () => t('Somebody'),
  API_KEY: () => t('API key'),
  CONSOLE: () => t('Console'),
  SYSTEM: () => t('By itself'),
  NOBODY: () => t('Nobody'),
})

/** Who did it, and as what. */
export const actorWords = ({
  kind,
  name,
  email,
}: AuditEntryFields['actor']) => {
  const called = name ?? email
  if (!called || kind === 'USER') {
    return called ?? KIND_WORDS[kind]()
  }
  return `${called} (${KIND_WORDS[kind]()})`
}

const OUTCOME_WORDS = said<NonNullable<AuditEntryFields['outcome']>>({
  DONE: () => t('Done'),
  REFUSED: () => t('Refused'),
  FAILED: () => t('Failed'),
})

export const outcomeWords = (outcome: AuditEntryFields['outcome']) =>
  outcome ? OUTCOME_WORDS[outcome]() : t('Outcome unknown')

/** The beginning of an id is enough to tell one from another, at a glance. */
const SHOWN = 8

/** A thing by its name, or by its kind and the end of its id (ids begin with their time). */
export const subjectWords = (subject: AuditEntryFields['subject']) =>
  subject &&
  (subject.name ?? (subject.id ? `…${subject.id.slice(-SHOWN)}` : null))
