import type { ReactNode } from 'react'
import './small-parts.css'

/** An empty list says what to do next. */
export function EmptyNote({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty-note">
      <b>{title}</b>
      {children && <p>{children}</p>}
    </div>
  )
}
