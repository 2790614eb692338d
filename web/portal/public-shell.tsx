import { useEffect, useState, type ReactNode } from 'react'
import { isElderMode, setElderMode } from './elder-mode.ts'
import { knownVisitor } from './known-visitor.ts'

/** The frame of every public page. */
export function PublicShell(props: { title: string; children: ReactNode; account?: ReactNode }) {
  useEffect(() => {
    document.title = `${props.title} · 一窗`
  }, [props.title])
  return (
    <>
      <a className="skip" href="#content">
        跳到正文
      </a>
      <header className="top">
        <div className="wrap">
          <a className="brand" href="/">
            <BrandMark />
            一窗<small>阿坝州政务服务</small>
          </a>
          <nav className="tools" aria-label="工具">
            <ElderSwitch />
            {props.account ?? <Account />}
          </nav>
        </div>
      </header>
      <main id="content">{props.children}</main>
      <footer className="foot">
        <div className="wrap">
          <span>咨询投诉 12345</span>
          <span>州行政审批服务中心</span>
          <a href="/items">事项清单</a>
          <a href="/verify">文书核验</a>
        </div>
      </footer>
    </>
  )
}

function ElderSwitch() {
  const [on, setOn] = useState(isElderMode)
  return (
    <button
      type="button"
      className="tool line"
      aria-pressed={on}
      onClick={() => {
        setElderMode(!on)
        setOn(!on)
      }}
    >
      <b aria-hidden="true">大</b>
      {on ? '标准字号' : '适老模式'}
    </button>
  )
}

function Account() {
  const visitor = knownVisitor()
  if (!visitor)
    return (
      <a className="tool strong" href="/sign-in">
        登录
      </a>
    )
  return (
    <a className="tool strong" href={visitor.home}>
      {visitor.home === '/my' ? '我的办件' : '工作台'}
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
