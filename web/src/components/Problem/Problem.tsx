import type { ReactNode } from 'react'

import { TriangleAlert } from 'lucide-react'

/** What went wrong, beside what it concerns. */
const Problem = ({ id, children }: { id?: string; children: ReactNode }) => (
  <p
    id={id}
    role="alert"
    className="flex items-start gap-2 rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger"
  >
    <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
    <span className="min-w-0 wrap-anywhere">{children}</span>
  </p>
)

export default Problem
