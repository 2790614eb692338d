/** Back and forth through a list that answers where its next page begins; nothing where there is one page. */
export function Pager(props: {
  next: string | null
  /** Where each page turned to began. */
  cursors: readonly string[]
  onCursors: (cursors: readonly string[]) => void
}) {
  const { next, cursors, onCursors } = props
  if (cursors.length === 0 && next === null) return null
  return (
    <nav className="pager" aria-label="翻页">
      <button
        type="button"
        className="btn"
        disabled={cursors.length === 0}
        onClick={() => onCursors(cursors.slice(0, -1))}
      >
        上一页
      </button>
      <span className="sec">第 {cursors.length + 1} 页</span>
      <button
        type="button"
        className="btn"
        disabled={next === null}
        onClick={() => next !== null && onCursors([...cursors, next])}
      >
        下一页
      </button>
    </nav>
  )
}
