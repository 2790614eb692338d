import { useEffect, useState, type ReactNode } from 'react'
import { LanguageSwitch } from '../shell/language-switch.tsx'
import { LANGUAGE_DRAFT, useLanguage } from '../words/language.ts'
import { ConflictNote } from './conflict-note.tsx'
import { ChangeNote } from './change-note.tsx'
import type { Step } from './apply-steps.ts'
import { Progress } from './progress.tsx'
import { SavedMark } from './saved-mark.tsx'
import { DraftSlip } from './resume/draft-slip.tsx'
import { useApply } from './use-apply.ts'
import { useApplyWords } from './words.ts'

/** What stands around every page of applying: where one is, whether it is saved, and how to go on elsewhere. */
export function ApplyFrame(props: {
  step: Step | undefined
  onRestart: () => void
  children: ReactNode
}) {
  const words = useApplyWords()
  const { guide, state, steps, go, stepId } = useApply()
  const [slip, setSlip] = useState(false)
  const { item } = guide
  useEffect(() => {
    document.title = `${words.titleOf(item.name)} · ${words.site}`
  }, [words, item.name])
  const isDone = state.draft.submitted !== null
  const index = steps.findIndex(({ id }) => id === props.step?.id)
  const before = stepId.startsWith('material.') ? 'materials' : steps[index - 1]?.id
  const home = `/items/${encodeURIComponent(item.itemId)}`
  return (
    <>
      <a className="skip" href="#content" onClick={skip}>
        {words.skip}
      </a>
      <header className="apply-bar no-print">
        <div className="wrap apply-narrow">
          <a
            href={before === undefined || isDone ? home : `#${before}`}
            className="apply-back"
            aria-label={before === undefined || isDone ? words.toGuide : words.back}
            onClick={(event) => {
              if (before === undefined || isDone) return
              event.preventDefault()
              go(before)
            }}
          >
            <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
              <path d="M14 4l-7 7 7 7" fill="none" stroke="currentColor" strokeWidth="2.2" />
            </svg>
          </a>
          <b lang="zh-CN">{item.name}</b>
          <SavedMark />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="wrap apply-narrow apply">
        <DraftLanguage />
        {!isDone && props.step && <Progress steps={steps} step={props.step} />}
        <ConflictNote />
        <ChangeNote />
        {props.children}
      </main>
      <footer className="apply-foot no-print">
        <div className="wrap apply-narrow">
          {!isDone && (
            <>
              <button type="button" className="apply-link" onClick={() => setSlip(true)}>
                {words.goOnElsewhere}
              </button>
              {state.draft.version > 0 && (
                <button type="button" className="apply-link" onClick={props.onRestart}>
                  {words.restart}
                </button>
              )}
            </>
          )}
          <a href={home}>{words.toGuide}</a>
          <span>{words.help}</span>
          <LanguageSwitch />
        </div>
      </footer>
      {slip && <DraftSlip onClose={() => setSlip(false)} />}
    </>
  )
}

/** A language that no native speaker has read yet says so. */
function DraftLanguage() {
  const told = LANGUAGE_DRAFT[useLanguage()]
  if (told === undefined) return null
  return (
    <p className="draft-note">
      <b lang="zh-CN">{told}</b>
    </p>
  )
}

function skip(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
