import type { Database } from './connect.ts'

const SLIP = `
  select content::text as text from notice
   where region_code = $1 and application_id = $2 and kind = 'receipt-slip' order by seq limit 1`

/** The query code (查询密码) as it stands on the receipt, and nowhere else: the application's row keeps its hash. */
export async function queryCodeOf(
  db: Database,
  regionCode: number,
  applicationId: string,
): Promise<string> {
  const [slip] = await db.query<{ text: string }>(SLIP, [regionCode, applicationId])
  return /查询密码(\d{6})/.exec(slip?.text ?? '')?.[1] ?? ''
}
