import type { ReactNode } from 'react'

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="flex items-baseline justify-between gap-4">
    <dt className="text-ink-soft">{label}</dt>
    <dd className="text-right tabular-nums">{children}</dd>
  </div>
)

export default Fact
