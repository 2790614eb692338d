import { StrictMode, Suspense, type ReactNode } from 'react'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { UiSpeech } from './words/ui-speech.tsx'

/** What stands around every public page. The same for the page as painted beforehand, so that it is taken over as it is. */
export function PublicFrame({ children }: { children: ReactNode }) {
  return (
    <StrictMode>
      <ErrorBoundary>
        <Suspense fallback={<Skeleton lines={8} />}>
          <UiSpeech>
            <ErrorBoundary>
              <Suspense fallback={<Skeleton lines={8} />}>{children}</Suspense>
            </ErrorBoundary>
          </UiSpeech>
        </Suspense>
      </ErrorBoundary>
    </StrictMode>
  )
}
