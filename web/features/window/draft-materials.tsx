import { readDraftPageAtWindow } from '../../../contract/window-drafts.ts'
import { call } from '../../api/call.ts'
import { MATERIAL_STATE_NAME } from '../../ui/material-words.ts'
import { sizeWords } from '../../ui/size-words.ts'
import type { OpenedDraft } from './draft-facts.tsx'

type State = 'held' | 'defective' | 'missing'
export type HandedIn = Readonly<Record<string, State>>

const STATES = ['held', 'defective', 'missing'] as const
const FOUND_AS: Readonly<Record<string, State>> = { held: 'held' }

/** Every material of the situation: what was uploaded, and what the clerk has in hand beside it. */
export function DraftMaterials(props: {
  code: string
  opened: OpenedDraft
  handedIn: HandedIn
  onHandedIn: (number: number, state: State) => void
}) {
  const { code, opened, handedIn, onHandedIn } = props
  return (
    <section className="judged" aria-label="材料">
      <div className="sub">
        <h2 className="h">材料</h2>
        <span className="sec">{opened.check.materials.length} 项</span>
      </div>
      <ol>
        {opened.check.materials.map(({ number, name, state, message }) => {
          const found = handedIn[number] ?? FOUND_AS[state] ?? 'missing'
          return (
            <li key={number} className={found}>
              <span className="sec no">{number}</span>
              <span className="name" title={message}>
                {name} <span className="sec small">{message}</span>
              </span>
              <span className="seg" role="radiogroup" aria-label={`第 ${number} 项 ${name}`}>
                {STATES.map((choice) => (
                  <label key={choice} className={choice === found ? choice : ''}>
                    <input
                      type="radio"
                      name={`draft-material-${number}`}
                      checked={choice === found}
                      onChange={() => onHandedIn(number, choice)}
                    />
                    {MATERIAL_STATE_NAME[choice]}
                  </label>
                ))}
              </span>
              <span className="files">
                {opened.draft.pages
                  .filter(({ material }) => material === number)
                  .flatMap(({ pages }) => pages)
                  .map(({ uploadId, name: file, size, handling, trust }) => (
                    <button
                      key={uploadId}
                      type="button"
                      className="link"
                      disabled={handling !== 'show'}
                      onClick={() => void show(code, uploadId)}
                    >
                      {file}（{sizeWords(size)}，{trust} 级）
                    </button>
                  ))}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** In a page of its own: the browser shows pictures and PDF alike. */
async function show(code: string, uploadId: string): Promise<void> {
  const file: unknown = await call(readDraftPageAtWindow, { params: { uploadId }, body: { code } })
  if (file instanceof Blob) window.open(URL.createObjectURL(file), '_blank', 'noopener')
}
