/**
 * Brings the part a finding is about into view and puts the cursor there; of a part that is not on the page the
 * nearest around it. `materials.3.copies`, `materials.3`, `materials`.
 */
export function jumpTo(part: string): void {
  for (let keys = part.split('.'); keys.length > 0; keys = keys.slice(0, -1)) {
    const place = document.querySelector<HTMLElement>(
      `.guide-editor [data-part="${CSS.escape(keys.join('.'))}"]`,
    )
    if (place === null) continue
    place.scrollIntoView({ block: 'center' })
    const control = place.matches('input, textarea, select')
      ? place
      : (place.querySelector<HTMLElement>('.part-body :is(input, textarea, select, button)') ??
        place.querySelector<HTMLElement>('input, textarea, select, button'))
    control?.focus({ preventScroll: true })
    return
  }
}
