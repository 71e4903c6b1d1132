import type { SetupQuery } from 'types/graphql'

import SetupUrl from 'src/components/SetupUrl'
import { t } from 'src/lib/language/t'
import { formatAddress } from 'src/lib/phone/formatAddress'
import { KINDS } from 'src/lib/setup/words'

type Sender = SetupQuery['setup']['senders'][number]

/** One of our addresses, and the webhooks that it needs at Twilio. */
const SetupSender = ({ sender }: { sender: Sender }) => {
  const { address, name, kind, urls } = sender
  return (
    <section aria-label={name} className="border-t border-line pt-4">
      <h3 className="font-bold">{name}</h3>
      <p className="text-sm text-ink-soft">
        {t(KINDS[kind])}
        {address && <> {formatAddress(address)}</>}
      </p>
      <ul className="mt-3 flex flex-col gap-5">
        {urls.map((url) => (
          <SetupUrl key={`${url.purpose} ${url.place}`} url={url} />
        ))}
      </ul>
    </section>
  )
}

export default SetupSender
