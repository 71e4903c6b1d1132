import type { ReactNode } from 'react'

interface SectionProps {
  title: string
  /** What it is about, in one sentence. */
  about?: ReactNode
  children: ReactNode
}

/** A part of a page that is read from top to bottom. */
const Section = ({ title, about, children }: SectionProps) => (
  <section className="border-t border-line pt-5">
    <h2 className="text-lg font-bold tracking-tight">{title}</h2>
    {about && <p className="max-w-prose text-ink-soft">{about}</p>}
    <div className="mt-3">{children}</div>
  </section>
)

export default Section
