import { isElderMode } from './elder-mode.ts'
import { knownVisitor } from './known-visitor.ts'
import { tellOwnLook } from './own-look.ts'
import { languageNow } from './words/language.ts'

/** Whether the page came with its first look painted, and this visitor's look is the painted one. */
export function isPaintedForVisitor(root: HTMLElement): boolean {
  const isElder = isElderMode()
  const language = languageNow()
  // Chosen before the server was told, or on a device that forgot the cookie.
  if (isElder) tellOwnLook('type', 'large')
  if (language !== 'zh') tellOwnLook('language', language)
  return root.hasChildNodes() && !isElder && language === 'zh' && knownVisitor() === undefined
}

/** Whether the server saw no session when it sent this page, and nobody has signed in here since. */
export function hasNoSession(): boolean {
  const root = document.getElementById('root')
  return root?.dataset['session'] === 'none' && knownVisitor() === undefined
}
