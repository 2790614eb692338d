import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { Skeleton } from '../ui/skeleton.tsx'
import { PortalPage } from './home/portal-page.tsx'
import { PublicFrame } from './public-frame.tsx'
import { PublicShell } from './public-shell.tsx'

/**
 * Runs when the web is built: pages as they stand before their data has come, in Chinese and ordinary size, for a
 * visitor without a session. The server sends them with the page (server/http/first-paint.ts), the page takes them over.
 */
export function firstPaint(): Readonly<Record<'home' | 'guide' | 'apply', string>> {
  return {
    home: painted(<PortalPage />),
    guide: painted(<Waiting className="wrap guide" />),
    apply: painted(<Waiting className="wrap apply-narrow apply-barred" />),
  }
}

/** What the guide and the application show while they read; first-paint.test.tsx holds it against both. */
function Waiting({ className }: { className: string }) {
  return (
    <PublicShell title="">
      <div className={className}>
        <Skeleton lines={10} />
      </div>
    </PublicShell>
  )
}

function painted(page: ReactNode): string {
  return renderToString(<PublicFrame>{page}</PublicFrame>)
}
