import { useEffect, useState } from 'react'
import type { GuideContent } from '../../../../contract/guide-schema.ts'
import { lint, MARKS_RULE, type Linted } from '../lint.ts'
import type { DraftStore } from './draft-store.ts'
import { createFindingsStore, type FindingsStore, type GuideFinding } from './findings-store.ts'
import { missingIn } from './sendable-guide.ts'

/** Milliseconds of quiet after which the draft is checked. */
const QUIET = 150

/** What is missing and what the linter says of the draft, a moment after it changed. */
export function useLinting(
  store: DraftStore<GuideContent>,
  linted: Linted | undefined,
): FindingsStore {
  const [findings] = useState(createFindingsStore)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const guide = store.get()
      findings.become([
        ...missingIn(guide).map(asFinding),
        ...(linted === undefined
          ? []
          : lint(guide, linted).filter(({ rule }) => rule !== MARKS_RULE)),
      ])
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(look, QUIET)
    }
    look()
    const leave = store.subscribe(later)
    return () => {
      leave()
      clearTimeout(timer)
    }
  }, [store, linted, findings])
  return findings
}

function asFinding({ part, sentence }: { part: string; sentence: string }): GuideFinding {
  return { rule: 'incomplete', severity: 'error', part, sentence, source: '' }
}
