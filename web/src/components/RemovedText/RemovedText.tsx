import { t } from 'src/lib/language/t'
import { exactTime } from 'src/lib/time/time'

/** Stands where a text was: in its Twilio conversation somebody has removed it. */
const RemovedText = ({ at }: { at: string }) => (
  <span
    className="italic opacity-80"
    title={t('Removed {time}', { time: exactTime(at) })}
  >
    {t('This message was removed.')}
  </span>
)

export default RemovedText
