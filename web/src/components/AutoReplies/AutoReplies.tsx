import { Plus } from 'lucide-react'
import type { ChannelFields } from 'types/graphql'

import AutoReplyForm from 'src/components/AutoReplyForm'
import AutoReplyRow from 'src/components/AutoReplyRow'
import Button from 'src/components/Button'
import FormDialog from 'src/components/FormDialog'
import List from 'src/components/List'
import { useArrangeAutoReplies } from 'src/hooks/useAutoReplies'
import { t } from 'src/lib/language/t'

/** The order with two neighbours changed. */
const swapped = (ids: string[], at: number) =>
  ids.map((id, n) => (n === at ? ids[at + 1] : n === at + 1 ? ids[at] : id))

/** The rules of a channel in their order: the first that fits answers. */
const AutoReplies = ({ channel }: { channel: ChannelFields }) => {
  const { remove, order, isBusy } = useArrangeAutoReplies(channel.id)
  const rules = channel.autoReplies
  const ids = rules.map(({ id }) => id)
  const needsHours =
    channel.openingHours.length === 0 &&
    rules.some(({ condition }) => condition === 'OUTSIDE_HOURS')
  const swap = (at: number) => void order(swapped(ids, at) as string[])

  return (
    <>
      {needsHours && (
        <p className="mb-2 text-caution">
          {t(
            'This channel has no opening hours, so nothing is outside of them.'
          )}
        </p>
      )}
      {rules.length > 0 && (
        <List
          isOrdered
          aria-label={t('Automatic replies')}
          isRuled
          className="mb-3"
        >
          {rules.map((rule, n) => (
            <AutoReplyRow
              key={rule.id}
              channelId={channel.id}
              rule={rule}
              isBusy={isBusy}
              onRemove={() => void remove(rule.id)}
              onUp={n > 0 ? () => swap(n - 1) : undefined}
              onDown={n < rules.length - 1 ? () => swap(n) : undefined}
            />
          ))}
        </List>
      )}
      <FormDialog
        title={t('New automatic reply')}
        trigger={
          <Button>
            <Plus className="size-[1.05rem]" aria-hidden />
            {t('New automatic reply')}
          </Button>
        }
      >
        {(close) => <AutoReplyForm channelId={channel.id} onDone={close} />}
      </FormDialog>
    </>
  )
}

export default AutoReplies
