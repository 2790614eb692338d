import { Component, type ReactNode } from 'react'
import { UiSpeechContext } from './ui-words.ts'

export const PAGE_BROKEN = 'yichuang-page-broken'

/** A bug in a page leaves a way on, never a blank screen. React knows error boundaries only as classes. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  static override contextType = UiSpeechContext
  declare context: React.ContextType<typeof UiSpeechContext>
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  /** Told to who watches the page from outside (web/kiosk/watchdog). */
  override componentDidCatch(): void {
    window.dispatchEvent(new Event(PAGE_BROKEN))
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    const { words } = this.context
    return (
      <div style={{ maxWidth: 560, margin: '15vh auto 0', padding: '0 16px', lineHeight: 1.8 }}>
        <h1 style={{ fontSize: 20 }}>{words.broken}</h1>
        <p>{words.brokenAdvice}</p>
        <p>
          <button type="button" onClick={() => window.location.reload()}>
            {words.reload}
          </button>{' '}
          <a href="/">{words.home}</a>
        </p>
      </div>
    )
  }
}
