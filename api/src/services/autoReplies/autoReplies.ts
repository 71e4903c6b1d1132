import type { MutationResolvers } from 'types/graphql'

import {
  createRule,
  deleteRule,
  orderRules,
  updateRule,
} from 'src/lib/autoReplies/rules'

export const createAutoReplyRule: MutationResolvers['createAutoReplyRule'] = ({
  channelId,
  input,
}) => createRule(channelId, input)

export const updateAutoReplyRule: MutationResolvers['updateAutoReplyRule'] = ({
  id,
  input,
}) => updateRule(id, input)

export const deleteAutoReplyRule: MutationResolvers['deleteAutoReplyRule'] = ({
  id,
}) => deleteRule(id)

export const orderAutoReplyRules: MutationResolvers['orderAutoReplyRules'] = ({
  channelId,
  ids,
}) => orderRules(channelId, ids)
