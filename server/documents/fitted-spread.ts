type Paged = { readonly numOfPages: number }

/**
 * The widest spacing that needs one page; what needs more pages anyway gets the standard's spacing (1). A layout that
 * last fitted with the middle spacing is tried with it first: that saves a pass and never changes the answer, since
 * closer spacing needs no more pages.
 */
export function createFitting<Document extends Paged>(): (
  layout: string,
  typeset: (spread: number) => Document,
) => Document {
  const fittedInTheMiddle = new Set<string>()
  return (layout, typeset) => {
    const widest = typeset(1)
    if (widest.numOfPages !== 2) return widest
    const guess = fittedInTheMiddle.has(layout) ? typeset(0.5) : undefined
    if (guess?.numOfPages === 1) return guess
    fittedInTheMiddle.delete(layout)
    const closest = typeset(0)
    if (closest.numOfPages !== 1) return widest
    const middle = guess ?? typeset(0.5)
    if (middle.numOfPages !== 1) return closest
    fittedInTheMiddle.add(layout)
    return middle
  }
}
