import { type ReactNode, useMemo } from 'react'

import { AxisBottom, AxisLeft } from '@visx/axis'
import { GridRows } from '@visx/grid'
import { useParentSize } from '@visx/responsive'
import { scaleBand, scaleLinear } from '@visx/scale'
import { TooltipWithBounds, useTooltip } from '@visx/tooltip'

import { longDay, shortDay } from 'src/lib/analytics/words'

const HEIGHT = 240
const TOP = 8
const FOOT = 28
const SIDE = 52

/** What a date needs below its column. */
const LABEL_WIDTH = 76

const INNER = HEIGHT - TOP - FOOT

export interface DayScales {
  /** The left edge of a day's column. */
  x: (day: string) => number
  y: (value: number) => number
  columnWidth: number
}

interface DayChartProps<Row> {
  /** The whole chart in a sentence. */
  label: string
  rows: readonly Row[]
  /** From 0 upward; the last one is the top. */
  ticks: readonly number[]
  formatTick: (value: number) => string
  /** What is said of a day that is pointed at. */
  tip: (row: Row) => ReactNode
  children: (scales: DayScales) => ReactNode
}

const everyNth = (days: readonly string[], width: number) => {
  const step = Math.ceil((days.length * LABEL_WIDTH) / Math.max(width, 1))
  // Counted from the end: today is worth a label.
  return days.filter((_day, index) => (days.length - 1 - index) % step === 0)
}

/** The frame of a chart over days: axes, grid, and a word about the day under the pointer. */
const DayChart = <Row extends { day: string }>({
  label,
  rows,
  ticks,
  formatTick,
  tip,
  children,
}: DayChartProps<Row>) => {
  const { parentRef, width } = useParentSize({
    initialSize: { width: 640 },
    ignoreDimensions: ['height', 'top', 'left'],
    debounceTime: 50,
  })
  const { tooltipData, tooltipLeft, showTooltip, hideTooltip } =
    useTooltip<Row>()
  const inner = Math.max(width - SIDE, 1)

  const days = useMemo(() => rows.map(({ day }) => day), [rows])
  const x = useMemo(
    () => scaleBand({ domain: days, range: [0, inner], padding: 0.22 }),
    [days, inner]
  )
  const top = Math.max(...ticks)
  const y = useMemo(
    () => scaleLinear({ domain: [0, top], range: [INNER, 0] }),
    [top]
  )
  const left = (day: string) => x(day) ?? 0

  return (
    <div ref={parentRef} className="relative" onPointerLeave={hideTooltip}>
      <svg
        role="img"
        aria-label={label}
        width={width}
        height={HEIGHT}
        className="block overflow-visible"
      >
        <g transform={`translate(${SIDE}, ${TOP})`}>
          <GridRows
            scale={y}
            width={inner}
            tickValues={[...ticks]}
            stroke="var(--line)"
          />
          {tooltipData && (
            <rect
              x={left(tooltipData.day) - (x.step() - x.bandwidth()) / 2}
              width={x.step()}
              height={INNER}
              className="fill-hover"
            />
          )}
          {children({ x: left, y, columnWidth: x.bandwidth() })}
          <AxisLeft
            scale={y}
            tickValues={[...ticks]}
            tickFormat={(value) => formatTick(Number(value))}
            hideAxisLine
            hideTicks
            tickLabelProps={() => ({
              className: 'fill-ink-faint text-xs tabular-nums',
              textAnchor: 'end',
              dx: -6,
              dy: '0.32em',
            })}
          />
          <AxisBottom
            scale={x}
            top={INNER}
            tickValues={everyNth(days, inner)}
            tickFormat={shortDay}
            stroke="var(--edge)"
            hideTicks
            tickLabelProps={() => ({
              className: 'fill-ink-faint text-xs',
              textAnchor: 'middle',
              dy: '0.5em',
            })}
          />
          {rows.map((row) => (
            <rect
              key={row.day}
              // The whole column answers, also where its bar is low.
              x={left(row.day) - (x.step() - x.bandwidth()) / 2}
              width={x.step()}
              height={INNER}
              className="fill-transparent"
              onPointerEnter={() =>
                showTooltip({
                  tooltipData: row,
                  tooltipLeft: SIDE + left(row.day) + x.bandwidth() / 2,
                })
              }
            />
          ))}
        </g>
      </svg>
      {tooltipData && (
        <TooltipWithBounds
          key={tooltipData.day}
          left={tooltipLeft}
          top={0}
          unstyled
          applyPositionStyle
          aria-hidden
          className="pointer-events-none z-10 rounded-lg border border-line bg-raised px-3 py-2 text-sm whitespace-nowrap shadow-raised"
        >
          <p className="font-semibold">{longDay(tooltipData.day)}</p>
          {tip(tooltipData)}
        </TooltipWithBounds>
      )}
    </div>
  )
}

export default DayChart
