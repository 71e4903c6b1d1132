import TimelineCell from 'src/components/TimelineCell'

/** The timeline as a chunk of its own, for `lazy`: a Cell's default export is made by Babel, unseen by TypeScript. */
const TimelinePanel = ({ id }: { id: string }) => <TimelineCell id={id} />

export default TimelinePanel
