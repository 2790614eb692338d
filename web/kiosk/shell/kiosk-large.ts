const KEY = 'yichuang.kiosk.large'
const CLASS = 'kiosk-large'

/** Larger type for the person who stands here now; the next one begins with the ordinary size. */
export function isLarge(): boolean {
  return sessionStorage.getItem(KEY) !== null
}

export function setLarge(on: boolean): void {
  if (on) sessionStorage.setItem(KEY, '1')
  else sessionStorage.removeItem(KEY)
  showLarge()
}

export function showLarge(): void {
  document.documentElement.classList.toggle(CLASS, isLarge())
}
