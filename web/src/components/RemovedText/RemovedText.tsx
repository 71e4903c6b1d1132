import { t } from 'src/lib/language/t'
import { exactTime } from 'src/lib/time/time'

interface RemovedTextProps {
  at: string
  /** What stands there; unless told, somebody has removed the message in its Twilio conversation. */
  words?: string
}

/** Stands where a text was. */
const RemovedText = ({
  at,
  words = t('This message was removed.'),
}: RemovedTextProps) => (
  <span
    className="italic opacity-80"
    title={t('Removed {time}', { time: exactTime(at) })}
  >
    {words}
  </span>
)

export default RemovedText
