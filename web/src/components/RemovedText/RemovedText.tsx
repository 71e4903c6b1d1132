import { exactTime } from 'src/lib/time/time'

/** Stands where a text was: in its Twilio conversation somebody has removed it. */
const RemovedText = ({ at }: { at: string }) => (
  <span className="italic opacity-80" title={`Removed ${exactTime(at)}`}>
    This message was removed.
  </span>
)

export default RemovedText
