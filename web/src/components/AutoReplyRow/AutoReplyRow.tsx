import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react'
import type { AutoReplyRuleFields } from 'types/graphql'

import AutoReplyForm from 'src/components/AutoReplyForm'
import { channelLabel } from 'src/components/ChannelIcon'
import Confirm from 'src/components/Confirm'
import FormDialog from 'src/components/FormDialog'
import IconButton from 'src/components/IconButton'
import {
  describeCondition,
  describeCooldown,
} from 'src/lib/channels/describeRule'
import { cx } from 'src/lib/cx'

interface AutoReplyRowProps {
  channelId: string
  rule: AutoReplyRuleFields
  isBusy: boolean
  onRemove: () => void
  /** Undefined where it can't go further. */
  onUp?: () => void
  onDown?: () => void
}

const AutoReplyRow = ({
  channelId,
  rule,
  isBusy,
  onRemove,
  onUp,
  onDown,
}: AutoReplyRowProps) => {
  const what = describeCondition(rule)
  return (
    <li className="flex items-start gap-3 py-3 max-md:flex-wrap">
      <div
        className={cx(
          'min-w-0 flex-1 basis-64',
          !rule.isEnabled && 'opacity-60'
        )}
      >
        <p className="font-semibold wrap-anywhere">
          {what}
          {!rule.isEnabled && ' (off)'}
        </p>
        <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
          {rule.text}
        </p>
        <p className="text-sm text-ink-soft">
          {rule.kinds.map(channelLabel).join(', ')} · {describeCooldown(rule)}
        </p>
      </div>
      <span className="-my-1.5 flex shrink-0">
        <IconButton
          icon={ArrowUp}
          label={`Move up: ${what}`}
          disabled={isBusy || !onUp}
          onClick={onUp}
        />
        <IconButton
          icon={ArrowDown}
          label={`Move down: ${what}`}
          disabled={isBusy || !onDown}
          onClick={onDown}
        />
        <FormDialog
          title="Edit automatic reply"
          trigger={<IconButton icon={Pencil} label={`Edit: ${what}`} />}
        >
          {(close) => (
            <AutoReplyForm channelId={channelId} rule={rule} onDone={close} />
          )}
        </FormDialog>
        <Confirm
          label={`Delete: ${what}`}
          action="Delete"
          onConfirm={onRemove}
          trigger={
            <IconButton
              icon={Trash2}
              label={`Delete: ${what}`}
              disabled={isBusy}
            />
          }
        >
          This automatic reply is deleted. What it has sent stays.
        </Confirm>
      </span>
    </li>
  )
}

export default AutoReplyRow
