import type { ReactElement } from 'react'

import { Tooltip } from 'radix-ui'

/** A tooltip that repeats what a screen reader hears anyway. */
const Hint = ({ text, children }: { text: string; children: ReactElement }) => (
  <Tooltip.Root>
    <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
    <Tooltip.Portal>
      <Tooltip.Content
        sideOffset={6}
        collisionPadding={8}
        className="z-50 max-w-64 rounded-md bg-ink px-2 py-1 text-[0.8125rem] text-surface shadow-raised select-none"
      >
        {text}
      </Tooltip.Content>
    </Tooltip.Portal>
  </Tooltip.Root>
)

export default Hint
