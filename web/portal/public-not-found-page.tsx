import { EmptyNote } from '../ui/empty-note.tsx'
import { PublicShell } from './public-shell.tsx'
import { useShellWords } from './shell/words.ts'

export function PublicNotFoundPage() {
  const words = useShellWords()
  return (
    <PublicShell title={words.notFoundTitle}>
      <div className="wrap">
        <h1 className="sr-only">{words.notFoundTitle}</h1>
        <EmptyNote title={words.notFound}>
          {words.notFoundAdvice} <a href="/items">{words.findItem}</a> ·{' '}
          <a href="/">{words.home}</a>
        </EmptyNote>
      </div>
    </PublicShell>
  )
}
