import { Check, LoaderCircle, Minus, X } from 'lucide-react'
import type { SelfTestFields } from 'types/graphql'

import { cx } from 'src/lib/cx'
import { t } from 'src/lib/language/t'
import { STEPS } from 'src/lib/setup/words'
import { span } from 'src/lib/time/span'

type Step = SelfTestFields['steps'][number]

const LOOKS = {
  DONE: { icon: Check, look: 'text-signal' },
  WAITING: { icon: LoaderCircle, look: 'text-ink-faint' },
  FAILED: { icon: X, look: 'text-danger' },
}

/** Nobody waits for it any more. */
const MISSED = { icon: Minus, look: 'text-ink-faint' }

interface SelfTestStepProps {
  step: Step
  /** Nothing more will come. */
  isOver: boolean
}

/** One step of the self-test: done, with its time; waited for; or stuck, and why. */
const SelfTestStep = ({ step, isOver }: SelfTestStepProps) => {
  const { state } = step
  const isMissed = isOver && state === 'WAITING'
  const { icon: Icon, look } = isMissed ? MISSED : LOOKS[state]
  const { waits, done, missed } = STEPS[step.step]
  const words = { DONE: done, FAILED: missed, WAITING: waits }
  return (
    <li className="flex items-start gap-2.5">
      <Icon className={cx('mt-1 size-4 shrink-0', look)} aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap justify-between gap-x-4">
          <span className={cx(state === 'WAITING' && 'text-ink-soft')}>
            {t(isMissed ? missed : words[state])}
          </span>
          {typeof step.milliseconds === 'number' && (
            <span className="text-ink-soft tabular-nums">
              {t('after {duration}', { duration: span(step.milliseconds) })}
            </span>
          )}
        </p>
        {step.problem && (
          <p className="max-w-prose text-sm wrap-anywhere text-danger">
            {step.problem}
          </p>
        )}
      </div>
    </li>
  )
}

export default SelfTestStep
