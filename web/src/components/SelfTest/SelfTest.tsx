import { useState } from 'react'

import SelfTestCell from 'src/components/SelfTestCell'
import SelfTestForm from 'src/components/SelfTestForm'

/** Sends a message to a phone, and follows it out and back. */
const SelfTest = () => {
  const [messageId, setMessageId] = useState<string | null>(null)
  return (
    <div className="flex flex-col gap-5">
      <SelfTestForm onStart={setMessageId} />
      {messageId && <SelfTestCell key={messageId} messageId={messageId} />}
    </div>
  )
}

export default SelfTest
