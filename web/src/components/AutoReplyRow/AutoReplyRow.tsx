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
import { t } from 'src/lib/language/t'

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
          {!rule.isEnabled && ` (${t('off')})`}
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
          label={t('Move up: {what}', { what })}
          disabled={isBusy || !onUp}
          onClick={onUp}
        />
        <IconButton
          icon={ArrowDown}
          label={t('Move down: {what}', { what })}
          disabled={isBusy || !onDown}
          onClick={onDown}
        />
        <FormDialog
          title={t('Edit automatic reply')}
          trigger={
            <IconButton icon={Pencil} label={t('Edit: {what}', { what })} />
          }
        >
          {(close) => (
            <AutoReplyForm channelId={channelId} rule={rule} onDone={close} />
          )}
        </FormDialog>
        <Confirm
          label={t('Delete: {what}', { what })}
          action={t('Delete')}
          onConfirm={onRemove}
          trigger={
            <IconButton
              icon={Trash2}
              label={t('Delete: {what}', { what })}
              disabled={isBusy}
            />
          }
        >
          {t('This automatic reply is deleted. What it has sent stays.')}
        </Confirm>
      </span>
    </li>
  )
}

export default AutoReplyRow
