import { useRef, type ClipboardEvent, type KeyboardEvent } from 'react'
import { useGuideDraft } from '../editor/draft-context.tsx'
import { PartFrame, useFramed, type PartProps } from '../editor/part-frame.tsx'
import { moved } from './moved.ts'
import { RowActs } from './row-acts.tsx'

/**
 * A list of sentences, one a row. Enter begins the next, Backspace in an empty one takes it away, Alt and an arrow
 * move it; several lines pasted become several rows.
 */
export function LinesPart(props: PartProps & { max: number; most: number; entry: string }) {
  const { value: lines, set, readOnly } = useFramed<readonly string[]>(props)
  const { store } = useGuideDraft()
  const list = useRef<HTMLOListElement>(null)
  const focus = (at: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll('textarea')[at]?.focus())
  const restructure = (next: readonly string[], at: number) => {
    if (next.length > props.most) return
    store.restructure({ [props.path]: next })
    focus(at)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>, at: number) => {
    if (event.nativeEvent.isComposing || readOnly) return
    const act = keyAct(event, lines, at)
    if (act === undefined) return
    event.preventDefault()
    restructure(act.lines, act.focus)
  }
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>, at: number) => {
    const pasted = linesOf(event.clipboardData.getData('text'))
    if (pasted.length < 2 || readOnly) return
    event.preventDefault()
    const kept = lines[at] === '' ? [] : [lines[at] ?? '']
    restructure(lines.toSpliced(at, 1, ...kept, ...pasted), at + kept.length + pasted.length - 1)
  }
  return (
    <PartFrame {...props} wide>
      {(id, described) => (
        <ol className="lines" ref={list}>
          {lines.map((line, at) => (
            <li key={at} data-part={`${props.part ?? props.path}.${at}`}>
              <span className="sec">{at + 1}</span>
              <textarea
                rows={1}
                className="control"
                {...(at === 0 ? { id } : {})}
                aria-label={`${props.label}第 ${at + 1} 条`}
                aria-describedby={described}
                value={line}
                maxLength={props.max}
                readOnly={readOnly}
                onChange={(event) =>
                  set(lines.with(at, event.target.value.replaceAll(/\r?\n/g, ' ')))
                }
                onKeyDown={(event) => onKeyDown(event, at)}
                onPaste={(event) => onPaste(event, at)}
              />
              {!readOnly && (
                <RowActs
                  name={`${props.label}第 ${at + 1} 条`}
                  first={at === 0}
                  last={at === lines.length - 1}
                  onMove={(by) => restructure(moved(lines, at, by), at + by)}
                  onRemove={() => restructure(lines.toSpliced(at, 1), Math.max(0, at - 1))}
                />
              )}
            </li>
          ))}
          {lines.length === 0 && readOnly && <li className="sec none">没有</li>}
          {!readOnly && lines.length < props.most && (
            <li className="add">
              <button
                type="button"
                className="link"
                {...(lines.length === 0 ? { id } : {})}
                onClick={() => restructure([...lines, ''], lines.length)}
              >
                + 添加{props.entry}
              </button>
            </li>
          )}
        </ol>
      )}
    </PartFrame>
  )
}

function keyAct(
  { key, altKey, shiftKey, ctrlKey }: KeyboardEvent,
  lines: readonly string[],
  at: number,
): { readonly lines: readonly string[]; readonly focus: number } | undefined {
  if (key === 'Enter' && !shiftKey && !ctrlKey && !altKey)
    return { lines: lines.toSpliced(at + 1, 0, ''), focus: at + 1 }
  if (key === 'Backspace' && lines[at] === '')
    return { lines: lines.toSpliced(at, 1), focus: Math.max(0, at - 1) }
  if (altKey && key === 'ArrowUp')
    return { lines: moved(lines, at, -1), focus: Math.max(0, at - 1) }
  if (altKey && key === 'ArrowDown')
    return { lines: moved(lines, at, 1), focus: Math.min(lines.length - 1, at + 1) }
  return undefined
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) =>
      line.replace(/^\s*(?:[（(]?\d+[）)、.．]|[（(][一二三四五六七八九十]+[）)])\s*/, '').trim(),
    )
    .filter((line) => line !== '')
}
