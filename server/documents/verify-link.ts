/** What the paper shows of its own verification: the QR code's address and the code in groups of four. */
export function verifyLink(
  portalUrl: string,
  verifyCode: string,
): { readonly qrUrl: string; readonly verifyCode: string } {
  return {
    qrUrl: `${portalUrl}/verify/${verifyCode}`,
    verifyCode: (verifyCode.match(/.{1,4}/g) ?? []).join('-'),
  }
}

/** For a draft: the code is given with the number, so the QR leads to the verify page alone. */
export function draftVerifyLink(portalUrl: string): ReturnType<typeof verifyLink> {
  return { qrUrl: `${portalUrl}/verify`, verifyCode: '签发时生成' }
}

/** The code as it is stored, whatever hyphens, spaces and cases a person typed. */
export function typedVerifyCode(text: string): string {
  return text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
}
