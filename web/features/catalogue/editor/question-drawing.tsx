import { useId } from 'react'
import { questionTree, type TreeEdge, type TreeNode } from './question-tree.ts'
import type { SituationQuestion } from '../../../../domain/catalogue/situation.ts'

const WIDTH = 190
const GAP = 64
const HEAD = 30
const LINE = 22
const SPACE = 16
/** Between two arrows that go under the boxes. */
const LANE = 5

/** The questions as they lead to one another: where each answer goes, and where it ends. */
export function QuestionDrawing(props: {
  questions: readonly SituationQuestion[]
  onOpen: (index: number) => void
}) {
  const arrow = useId()
  const { nodes, edges, columns } = questionTree(props.questions)
  if (nodes.length === 0) return null
  const places = placesOf(nodes)
  const floor = Math.max(...nodes.map((node, at) => (places[at]?.y ?? 0) + heightOf(node))) + 4
  const height = floor + LANE * (Math.max(...nodes.map((node) => node.question.options.length)) + 2)
  const width = columns * (WIDTH + GAP) + 4
  return (
    <figure className="question-drawing" tabIndex={0} aria-label="情形引导图">
      <div style={{ width, height }}>
        <svg width={width} height={height} aria-hidden="true">
          <defs>
            <marker id={arrow} markerWidth="7" markerHeight="8" refX="6" refY="4" orient="auto">
              <path d="M0 0.5L6 4L0 7.500Z" fill="#1A5FB4" />
            </marker>
          </defs>
          {edges.map((edge) => {
            const d = pathOf(edge, nodes, places, floor)
            return (
              d !== null && (
                <path
                  key={`${edge.from}-${edge.option}`}
                  d={d}
                  fill="none"
                  stroke="#1A5FB4"
                  strokeWidth="1.5"
                  markerEnd={`url(#${arrow})`}
                />
              )
            )
          })}
        </svg>
        {nodes.map((node, at) => (
          <QuestionBox
            key={node.index}
            node={node}
            place={places[at] ?? { x: 0, y: 0 }}
            known={(id) => props.questions.some((one) => one.id === id)}
            onOpen={() => props.onOpen(node.index)}
          />
        ))}
      </div>
    </figure>
  )
}

/** To the next column straight on; past a column, or back, under all boxes, so that no box hides it. */
function pathOf(
  { from, option, to }: TreeEdge,
  nodes: readonly TreeNode[],
  places: readonly { x: number; y: number }[],
  floor: number,
): string | null {
  const [start, end] = [places[from], to === null ? undefined : places[to]]
  if (!start || !end || to === null) return null
  const [x1, y1] = [start.x + WIDTH, start.y + HEAD + LINE * (option + 0.5)]
  const [x2, y2] = [end.x - 1, end.y + HEAD / 2]
  if ((nodes[to]?.column ?? 0) - (nodes[from]?.column ?? 0) === 1) {
    const bend = (x2 - x1) / 2
    return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`
  }
  const lane = floor + LANE * (option + 1)
  const [out, back] = [x1 + 10 + option * LANE, x2 - 16 - option * LANE]
  return `M${x1} ${y1}H${out}V${lane}H${back}V${y2}H${x2}`
}

function QuestionBox(props: {
  node: TreeNode
  place: { x: number; y: number }
  known: (id: string) => boolean
  onOpen: () => void
}) {
  const { question, index, unreachable } = props.node
  return (
    <button
      type="button"
      className={`question-box ${unreachable ? 'unreachable' : ''}`}
      style={{
        left: props.place.x,
        top: props.place.y,
        width: WIDTH,
        height: heightOf(props.node),
      }}
      onClick={props.onOpen}
    >
      <b className="ell" title={question.text}>
        {index + 1}. {question.text === '' ? '（没有写问题）' : question.text}
        {unreachable && '（走不到）'}
      </b>
      {question.options.map(({ value, label, next, stop }, at) => (
        <span key={at} className="ell" title={stop ?? label}>
          {label === '' ? value : label}
          <em>{endOf(next, stop, props.known)}</em>
        </span>
      ))}
    </button>
  )
}

function endOf(
  next: string | null,
  stop: string | null,
  known: (id: string) => boolean,
): string | null {
  if (next !== null) return known(next) ? null : '下一问不存在'
  return stop === null ? '■ 申请' : '✕ 到此为止'
}

function heightOf({ question }: TreeNode): number {
  return HEAD + LINE * Math.max(1, question.options.length) + 4
}

function placesOf(nodes: readonly TreeNode[]): readonly { x: number; y: number }[] {
  const below = new Map<number, number>()
  return nodes.map((node) => {
    const y = below.get(node.column) ?? 2
    below.set(node.column, y + heightOf(node) + SPACE)
    return { x: 2 + node.column * (WIDTH + GAP), y }
  })
}
