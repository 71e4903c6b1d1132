import type { ReactNode } from 'react'

import { t } from 'src/lib/language/t'

interface Column<Row> {
  label: string
  value: (row: Row) => ReactNode
}

interface FigureTableProps<Row> {
  caption: string
  rows: readonly Row[]
  /** The first one names the row. */
  columns: readonly [Column<Row>, ...Column<Row>[]]
  keyOf: (row: Row) => string
}

/** A chart in figures, for who wants them, or can't see the chart. */
const FigureTable = <Row,>({
  caption,
  rows,
  columns: [head, ...columns],
  keyOf,
}: FigureTableProps<Row>) => (
  <details className="mt-2">
    <summary className="w-fit rounded text-sm text-signal">
      {t('The same in figures')}
    </summary>
    {/* axe: what scrolls must take the focus, so that it scrolls by the keys. */}
    <div
      role="region"
      aria-label={caption}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="mt-2 max-h-96 overflow-auto"
    >
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-left text-ink-soft">
            <th scope="col" className="py-1 pr-4 font-medium">
              {head.label}
            </th>
            {columns.map(({ label }) => (
              <th
                key={label}
                scope="col"
                className="py-1 pl-4 text-right font-medium"
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className="border-t border-line">
              <th
                scope="row"
                className="py-1 pr-4 text-left font-normal whitespace-nowrap"
              >
                {head.value(row)}
              </th>
              {columns.map(({ label, value }) => (
                <td key={label} className="py-1 pl-4 text-right">
                  {value(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </details>
)

export default FigureTable
