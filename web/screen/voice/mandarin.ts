// What the hall hears is Mandarin, whatever language its screens speak.
const DIGITS = '零一二三四五六七八九'

/** The sentence as the voice is to read it: every digit of the number by itself, or A012 would become twelve. */
export function mandarinCall({ number, windowId }: { number: string; windowId: number }): string {
  const read = number
    .split('')
    .map((one) => DIGITS[Number(one)] ?? one)
    .join(' ')
  return `请 ${read} 号，到 ${windowId} 号窗口。`
}
