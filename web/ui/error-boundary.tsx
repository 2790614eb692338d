import { Component, type ReactNode } from 'react'

/** A bug in a page leaves a way on, never a blank screen. React knows error boundaries only as classes. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <div style={{ maxWidth: 560, margin: '15vh auto 0', padding: '0 16px', lineHeight: 1.8 }}>
        <h1 style={{ fontSize: 20 }}>这个页面出错了</h1>
        <p>已经提交的办理不受影响。请刷新本页；如果仍然出错，请把当时的操作告诉系统管理员。</p>
        <p>
          <button type="button" onClick={() => window.location.reload()}>
            刷新本页
          </button>{' '}
          <a href="/">回到首页</a>
        </p>
      </div>
    )
  }
}
