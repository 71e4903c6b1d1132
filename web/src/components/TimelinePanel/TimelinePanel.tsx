import TimelineCell from 'src/components/TimelineCell'

interface TimelinePanelProps {
  id: string
  /** The message's `updatedAt`: another one means another report. */
  version: string
}

/** The timeline as a chunk of its own, for `lazy`: a Cell's default export is made by Babel, unseen by TypeScript. */
const TimelinePanel = ({ id, version }: TimelinePanelProps) => (
  <TimelineCell key={version} id={id} />
)

export default TimelinePanel
