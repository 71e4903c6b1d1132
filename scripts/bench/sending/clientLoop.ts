import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

export interface MessageToSend {
  to: string
  from: string
  body: string
}

export interface LoopResult {
  /** Milliseconds, one for each message. */
  latencies: number[]
  seconds: number
  cpuSeconds: number
}

export interface ClientLoop {
  send: (messages: MessageToSend[], connections: number) => Promise<LoopResult>
  stop: () => void
}

/** A process that only calls the `twilio` client: what every send costs, whatever is done around it. */
export function startClientLoop(env: NodeJS.ProcessEnv): ClientLoop {
  const child = fork(path.join(__dirname, 'clientLoop.cjs'), {
    env: { ...process.env, ...env },
  })
  return {
    send: async (messages, connections) => {
      child.send({ messages, connections })
      const [result] = await once(child, 'message')
      return result as LoopResult
    },
    stop: () => child.disconnect(),
  }
}
