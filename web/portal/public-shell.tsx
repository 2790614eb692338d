import { useEffect, useState, type ReactNode } from 'react'
import { isElderMode, setElderMode } from './elder-mode.ts'
import { knownVisitor } from './known-visitor.ts'
import { LanguageSwitch } from './shell/language-switch.tsx'
import { NetworkNote } from './shell/network-note.tsx'
import { useShellWords } from './shell/words.ts'
import { LANGUAGE_DRAFT, LANGUAGE_TAG, useLanguage } from './words/language.ts'

/** The frame of every public page. */
export function PublicShell(props: { title: string; children: ReactNode; account?: ReactNode }) {
  const words = useShellWords()
  const language = useLanguage()
  const title = words.title(props.title)
  useEffect(() => {
    document.title = title
    document.documentElement.lang = LANGUAGE_TAG[language]
  }, [title, language])
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header className="top">
        <div className="wrap">
          <a className="brand" href="/">
            <BrandMark />
            {words.brand}
            <small>{words.place}</small>
          </a>
          <nav className="tools" aria-label={words.tools}>
            <ElderSwitch />
            <LanguageSwitch />
            {props.account ?? <Account />}
          </nav>
        </div>
        <DraftNote />
        <NetworkNote />
      </header>
      <main id="content" tabIndex={-1}>
        {props.children}
      </main>
      <footer className="foot">
        <nav className="wrap" aria-label={words.footer}>
          <span>{words.hotline}</span>
          <span>{words.centre}</span>
          <a href="/items">{words.itemList}</a>
          <a href="/verify">{words.verify}</a>
          <a href="/changes">{words.changes}</a>
        </nav>
      </footer>
    </>
  )
}

/** A language that no native speaker has read yet says so, in itself and in Chinese. */
function DraftNote() {
  const words = useShellWords()
  const told = LANGUAGE_DRAFT[useLanguage()]
  if (told === undefined) return null
  return (
    <p className="draft-note">
      <span className="wrap">
        <b lang="zh-CN">{told}</b> {words.draftNote}
      </span>
    </p>
  )
}

function ElderSwitch() {
  const words = useShellWords()
  const [on, setOn] = useState(isElderMode)
  return (
    <button
      type="button"
      className="tool line"
      onClick={() => {
        setElderMode(!on)
        setOn(!on)
      }}
    >
      <b aria-hidden="true">{words.elderMark}</b>
      <span className="tool-name">{on ? words.ordinary : words.elder}</span>
    </button>
  )
}

function Account() {
  const words = useShellWords()
  const visitor = knownVisitor()
  if (!visitor)
    return (
      <a className="tool strong" href="/sign-in">
        {words.signIn}
      </a>
    )
  return (
    <a className="tool strong" href={visitor.home}>
      {visitor.home === '/my' ? words.myApplications : words.workplace}
    </a>
  )
}

function BrandMark() {
  return (
    <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
      <rect x="2" y="2" width="28" height="28" rx="6" fill="#1A5FB4" />
      <path d="M16 8v17M8 14h16" stroke="#fff" strokeWidth="2.4" />
      <rect
        x="7.2"
        y="7.2"
        width="17.6"
        height="17.6"
        rx="2"
        fill="none"
        stroke="#fff"
        strokeWidth="2.4"
      />
    </svg>
  )
}
