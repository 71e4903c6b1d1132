import type { ReactNode } from 'react'

import { FatalErrorBoundary } from '@redwoodjs/web'

import { AuthProvider } from 'src/auth'
import { usePaintedTheme } from 'src/hooks/usePaintedTheme'
import GraphQLProvider from 'src/lib/apollo/GraphQLProvider'
import FatalErrorPage from 'src/pages/FatalErrorPage'

import './index.css'

const App = ({ children }: { children?: ReactNode }) => {
  usePaintedTheme()
  return (
    <FatalErrorBoundary page={FatalErrorPage}>
      <AuthProvider>
        <GraphQLProvider>{children}</GraphQLProvider>
      </AuthProvider>
    </FatalErrorBoundary>
  )
}

export default App
