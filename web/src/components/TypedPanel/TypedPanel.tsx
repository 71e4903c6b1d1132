import type { ReactNode } from 'react'

/** What stands above a text area while a word in it calls for it. The text area keeps the focus, and a phone its keyboard. */
const TypedPanel = ({ children }: { children: ReactNode }) => (
  // eslint-disable-next-line jsx-a11y/no-static-element-interactions
  <div
    onMouseDown={(event) => event.preventDefault()}
    className="animate-appear absolute inset-x-4 bottom-full z-20 mb-1 rounded-xl border border-line bg-raised shadow-raised max-md:inset-x-2"
  >
    {children}
  </div>
)

export default TypedPanel
