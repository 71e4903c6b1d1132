import type { ReactElement } from 'react'

import { Tooltip } from 'radix-ui'

import { showKeys } from 'src/lib/commands/showKeys'

interface HintProps {
  text: string
  /** What does the same. */
  keys?: string
  children: ReactElement
}

/** A tooltip that repeats what a screen reader hears anyway. */
const Hint = ({ text, keys, children }: HintProps) => (
  <Tooltip.Root>
    <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
    <Tooltip.Portal>
      <Tooltip.Content
        sideOffset={6}
        collisionPadding={8}
        className="z-50 max-w-64 rounded-md bg-ink px-2 py-1 text-[0.8125rem] text-surface shadow-raised select-none"
      >
        {text}
        {keys && (
          <span className="ml-2 font-semibold opacity-80">
            {showKeys(keys).join(' ')}
          </span>
        )}
      </Tooltip.Content>
    </Tooltip.Portal>
  </Tooltip.Root>
)

export default Hint
