import { Fragment } from 'react'

import { excerpt } from 'src/lib/search/excerpt'

/** What a search found of a text, with its words marked. */
const Excerpt = ({ text, search }: { text: string; search: string }) => (
  <span className="line-clamp-2 min-w-0 flex-1 wrap-anywhere">
    {excerpt(text, search).map((piece, index) => (
      <Fragment key={index}>
        {piece.isFound ? (
          <mark className="rounded-xs bg-sun px-px text-on-sun">
            {piece.text}
          </mark>
        ) : (
          piece.text
        )}
      </Fragment>
    ))}
  </span>
)

export default Excerpt
