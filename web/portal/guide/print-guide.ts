/** Paper folds nothing: what is folded on the page is opened for the printer and closed again after. */
export function printGuide(): void {
  const folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
  for (const one of folded) one.open = true
  window.addEventListener(
    'afterprint',
    () => {
      for (const one of folded) one.open = false
    },
    { once: true },
  )
  window.print()
}
