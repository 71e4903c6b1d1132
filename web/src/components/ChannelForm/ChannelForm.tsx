import { useState } from 'react'
import type { FormEvent } from 'react'

import type { ChannelFields, ChannelKind } from 'types/graphql'

import Button from 'src/components/Button'
import Checkbox from 'src/components/Checkbox'
import { FIELD, LABEL } from 'src/components/fieldLook'
import HolidaysField from 'src/components/HolidaysField'
import KindsField from 'src/components/KindsField'
import OpeningHoursField from 'src/components/OpeningHoursField'
import Problem from 'src/components/Problem'
import TimeZoneField from 'src/components/TimeZoneField'
import { useSaveChannel } from 'src/hooks/useSaveChannel'
import { toKept, toShown } from 'src/lib/channels/spans'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'

const KINDS: ChannelKind[] = ['SMS', 'WHATSAPP', 'VOICE', 'CHAT']

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

const startOf = (channel: ChannelFields | undefined) => ({
  name: channel?.name ?? '',
  address: channel?.address ?? '',
  kinds: channel?.kinds ?? (['SMS'] as ChannelKind[]),
  rate: String(channel?.segmentsPerSecond ?? ''),
  isDefault: channel?.isDefault ?? false,
  timeZone: channel?.timeZone ?? ownZone(),
  openingHours: (channel?.openingHours ?? []).map(toShown),
  holidays: channel?.holidays ?? [],
})

interface ChannelFormProps {
  channel?: ChannelFields
  onDone: (channel: ChannelFields | undefined) => void
  onCancel?: () => void
}

/** All that can be said of a channel. */
const ChannelForm = ({ channel, onDone, onCancel }: ChannelFormProps) => {
  const [value, setValue] = useState(() => startOf(channel))
  const { save, isSaving, error } = useSaveChannel(channel)
  const change = (over: Partial<typeof value>) =>
    setValue((known) => ({ ...known, ...over }))

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const { rate, openingHours, ...input } = value
    save({
      ...input,
      segmentsPerSecond: rate ? Number(rate) : null,
      openingHours: openingHours.map(toKept),
      // What went wrong is said in the form, which keeps what was written.
    }).then(onDone, () => {})
  }

  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-5">
      <div className="grid gap-4 md:grid-cols-2">
        <div className="flex flex-col gap-1">
          <label htmlFor="channel-name" className={LABEL}>
            {t('Name')}
          </label>
          <input
            id="channel-name"
            required
            maxLength={80}
            value={value.name}
            onChange={(event) => change({ name: event.target.value })}
            className={FIELD}
          />
        </div>
        <div className="flex flex-col gap-1">
          <label htmlFor="channel-address" className={LABEL}>
            {t('Address')}
          </label>
          <input
            id="channel-address"
            required
            autoComplete="off"
            spellCheck={false}
            placeholder={t('+15551234567, 720123 or MG…')}
            value={value.address}
            onChange={(event) => change({ address: event.target.value })}
            className={FIELD}
          />
        </div>
      </div>
      <KindsField
        label={t('Kinds')}
        choices={KINDS}
        value={value.kinds}
        onChange={(kinds) => change({ kinds })}
      />
      <div className="grid gap-4 md:grid-cols-2">
        <div className="flex flex-col gap-1">
          <label htmlFor="channel-rate" className={LABEL}>
            {t('Segments per second')}
          </label>
          <input
            id="channel-rate"
            type="number"
            min={1}
            max={10_000}
            step={1}
            placeholder={t('as Twilio paces it')}
            value={value.rate}
            onChange={(event) => change({ rate: event.target.value })}
            className={FIELD}
          />
        </div>
        <TimeZoneField
          value={value.timeZone}
          onChange={(timeZone) => change({ timeZone })}
        />
      </div>
      <Checkbox
        checked={value.isDefault}
        // It moves when another channel becomes the default.
        disabled={channel?.isDefault}
        onChange={(isDefault) => change({ isDefault })}
      >
        {t(
          'Default: written from where no other is chosen, and takes what comes to unknown addresses'
        )}
      </Checkbox>
      <OpeningHoursField
        value={value.openingHours}
        onChange={(openingHours) => change({ openingHours })}
      />
      <HolidaysField
        value={value.holidays}
        onChange={(holidays) => change({ holidays })}
      />
      {error && <Problem>{errorText(error)}</Problem>}
      <div className="flex justify-end gap-2">
        {onCancel && (
          <Button look="bare" onClick={onCancel}>
            {t('Cancel')}
          </Button>
        )}
        <Button type="submit" look="primary" disabled={isSaving}>
          {isSaving ? t('Saving…') : t('Save')}
        </Button>
      </div>
    </form>
  )
}

export default ChannelForm
