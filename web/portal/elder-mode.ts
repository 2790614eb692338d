import { tellOwnLook } from './own-look.ts'

const KEY = 'yichuang.elder'

export function isElderMode(): boolean {
  return typeof localStorage !== 'undefined' && localStorage.getItem(KEY) === '1'
}

/** Larger type and stronger contrast on every public page of this device. */
export function setElderMode(on: boolean): void {
  localStorage.setItem(KEY, on ? '1' : '0')
  tellOwnLook('type', on ? 'large' : null)
  document.documentElement.classList.toggle('elder', on)
}
