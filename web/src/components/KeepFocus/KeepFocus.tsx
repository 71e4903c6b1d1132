/**
 * Keeps the focus where it is when the address changes.
 *
 * Redwood's router moves it to the body at each change, unless the page names an element for it; one that is
 * hidden can't take it. Otherwise, a search would lose the focus with every letter that goes into the address.
 */
const KeepFocus = () => (
  <div data-redwood-route-focus hidden>
    {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
    <span tabIndex={0} />
  </div>
)

export default KeepFocus
