/** The id of a field's control (of its first choice), so that a list of faults can lead to it. */
export function fieldId(element: string): string {
  return `field-${element.replaceAll('.', '-')}`
}
