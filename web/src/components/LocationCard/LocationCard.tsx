import { MapPin } from 'lucide-react'
import type { MessageFields } from 'types/graphql'

import { t } from 'src/lib/language/t'
import { mapLink } from 'src/lib/mapLink'

/** A place that a contact sent, with the way to a map of it. */
const LocationCard = ({
  location,
}: {
  location: NonNullable<MessageFields['location']>
}) => {
  const { latitude, longitude, label, address } = location
  return (
    <a
      href={mapLink(location)}
      target="_blank"
      rel="noreferrer noopener"
      className="my-1 flex items-start gap-2.5 rounded-xl bg-surface/60 px-3 py-2 hover:bg-surface"
    >
      <MapPin className="mt-0.5 size-5 shrink-0 text-signal" aria-hidden />
      <span className="min-w-0">
        <bdi className="block font-medium wrap-anywhere">
          {label ?? t('Location')}
        </bdi>
        {address && <bdi className="block wrap-anywhere">{address}</bdi>}
        <span className="block text-sm tabular-nums opacity-75">
          {latitude.toFixed(5)}, {longitude.toFixed(5)}
        </span>
        <span className="text-sm underline">{t('Show on a map')}</span>
      </span>
    </a>
  )
}

export default LocationCard
