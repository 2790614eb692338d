export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** `F8`, `Ctrl+K`, `Shift+F8`, `/`: letters in capitals, Command counts as Ctrl, Shift only where it does not make another character. */
export function combinationOf(press: KeyPress): string {
  const key = press.key.length === 1 ? press.key.toUpperCase() : press.key
  const shift = press.shiftKey && (press.key.length > 1 || press.ctrlKey || press.metaKey)
  return [
    press.ctrlKey || press.metaKey ? 'Ctrl+' : '',
    press.altKey ? 'Alt+' : '',
    shift ? 'Shift+' : '',
    key === ' ' ? 'Space' : key,
  ].join('')
}

/** True for what would appear in a text field. */
export function isTypedCharacter(press: KeyPress): boolean {
  return press.key.length === 1 && !press.ctrlKey && !press.metaKey && !press.altKey
}
