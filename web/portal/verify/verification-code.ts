/** The code in what a QR code or a person says: the address of the verify page, or the code alone. */
export function verificationCodeOf(text: string): string | undefined {
  const told = text.trim()
  const inAddress = /\/verify\/([^/?#\s]+)/.exec(told)?.[1]
  if (inAddress !== undefined) return decodeURIComponent(inAddress)
  return /^[\w-]{4,64}$/.test(told) ? told : undefined
}
