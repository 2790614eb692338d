import type { z } from 'zod'
import type { DiffLine, VersionDiff } from '../../../../contract/catalogue-changes.ts'
import { changedText, type TextPiece } from './changed-text.ts'

const MARKS = {
  added: ['＋', '新增'],
  removed: ['－', '删除'],
  changed: ['±', '修改'],
} as const

/** Two versions side by side. What happened to a line is told by a sign and a word, never by colour alone. */
export function DiffTable({ diff }: { diff: z.output<typeof VersionDiff> }) {
  if (diff.lines.length === 0) return <p className="sec none">两边完全相同。</p>
  const count = (kind: DiffLine['kind']) => diff.lines.filter((line) => line.kind === kind).length
  return (
    <>
      <p className="sec diff-sum">
        共 {diff.lines.length} 处不同：新增 {count('added')}，删除 {count('removed')}，修改{' '}
        {count('changed')}
      </p>
      <table className="diff">
        <thead>
          <tr>
            <th>部分</th>
            <th>变动</th>
            <th>{diff.beforeTitle}</th>
            <th>{diff.afterTitle}</th>
          </tr>
        </thead>
        <tbody>
          {diff.lines.map((line) => (
            <DiffRow key={line.part + line.kind} line={line} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function DiffRow({ line }: { line: DiffLine }) {
  const [sign, word] = MARKS[line.kind]
  const text = changedText(line.before, line.after)
  return (
    <tr className={line.kind}>
      <th scope="row">{line.label}</th>
      <td className="mark">
        <b aria-hidden="true">{sign}</b> {word}
      </td>
      <td>{line.kind === 'added' ? <None /> : <Pieces pieces={text.before} />}</td>
      <td>{line.kind === 'removed' ? <None /> : <Pieces pieces={text.after} />}</td>
    </tr>
  )
}

function None() {
  return <span className="sec">（没有）</span>
}

function Pieces({ pieces }: { pieces: readonly TextPiece[] }) {
  return pieces.map(({ text, kind }, at) =>
    kind === 'removed' ? (
      <del key={at}>{text}</del>
    ) : kind === 'added' ? (
      <ins key={at}>{text}</ins>
    ) : (
      <span key={at}>{text}</span>
    ),
  )
}
