/** Two steps through a list that is read page by page; nothing where there is one page. */
export function Pager(props: {
  label: string
  before: string
  after: string
  cursors: readonly string[]
  next: string | null | undefined
  onGo: (cursors: readonly string[]) => void
}) {
  const { cursors, next } = props
  if (cursors.length === 0 && !next) return null
  return (
    <nav className="my-pager" aria-label={props.label}>
      <button
        type="button"
        className="btn quiet"
        disabled={cursors.length === 0}
        onClick={() => props.onGo(cursors.slice(0, -1))}
      >
        {props.before}
      </button>
      <button
        type="button"
        className="btn quiet"
        disabled={!next}
        onClick={() => next && props.onGo([...cursors, next])}
      >
        {props.after}
      </button>
    </nav>
  )
}
