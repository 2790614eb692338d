/** GB/T 2260 codes of the prefecture and its thirteen counties. */
export const REGION_NAME: Readonly<Record<number, string>> = {
  513200: '阿坝藏族羌族自治州',
  513201: '马尔康市',
  513221: '汶川县',
  513222: '理县',
  513223: '茂县',
  513224: '松潘县',
  513225: '九寨沟县',
  513226: '金川县',
  513227: '小金县',
  513228: '黑水县',
  513230: '壤塘县',
  513231: '阿坝县',
  513232: '若尔盖县',
  513233: '红原县',
}

/** 马尔康县 until 2015: still in the identity numbers of those registered before. */
const ABOLISHED: Readonly<Record<number, number>> = { 513229: 513201 }

export const PREFECTURE_CODE = 513200

/** The region in force today to a code that may be older; undefined outside Aba. */
export function regionOf(
  code: number,
): { readonly code: number; readonly name: string } | undefined {
  const current = ABOLISHED[code] ?? code
  const name = REGION_NAME[current]
  return name === undefined ? undefined : { code: current, name }
}

/** The county an identity number was first registered in; undefined elsewhere. */
export function countyOfIdCard(idCardNumber: string): ReturnType<typeof regionOf> {
  const region = regionOf(Number(idCardNumber.slice(0, 6)))
  return region?.code === PREFECTURE_CODE ? undefined : region
}
