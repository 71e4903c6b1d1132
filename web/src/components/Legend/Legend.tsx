import type { ReactNode } from 'react'

interface LegendProps {
  items: readonly { label: string; mark: ReactNode }[]
}

/** What the marks of a chart stand for. */
const Legend = ({ items }: LegendProps) => (
  <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
    {items.map(({ label, mark }) => (
      <li key={label} className="flex items-center gap-2">
        <svg aria-hidden width={16} height={12}>
          {mark}
        </svg>
        {label}
      </li>
    ))}
  </ul>
)

export default Legend
