import type { ReactElement } from 'react'

import { Tooltip } from 'radix-ui'

import { render } from '@redwoodjs/testing/web'

/** Renders what stands inside the layout, with what the layout provides. */
export const renderInPage = (element: ReactElement) =>
  render(<Tooltip.Provider>{element}</Tooltip.Provider>)
