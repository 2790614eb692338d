/** Up, down, away: the same three beside every row of every list. */
export function RowActs(props: {
  name: string
  first: boolean
  last: boolean
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}) {
  return (
    <span className="row-acts">
      <button
        type="button"
        disabled={props.first}
        aria-label={`${props.name}上移`}
        title="上移（Alt ↑）"
        onClick={() => props.onMove(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        disabled={props.last}
        aria-label={`${props.name}下移`}
        title="下移（Alt ↓）"
        onClick={() => props.onMove(1)}
      >
        ↓
      </button>
      <button
        type="button"
        aria-label={`删除${props.name}`}
        title="删除（可以撤销）"
        onClick={props.onRemove}
      >
        ×
      </button>
    </span>
  )
}
