import { z } from 'zod'
import { ITEM_STATUSES, SEAL_EXCEPTIONS } from '../domain/catalogue/service-item.ts'
import { CATALOG_CODE, SICHUAN_CODE, TASK_CODE } from '../domain/catalogue/item-codes.ts'
import { Day, OptionalText, Text } from './shared.ts'

// An item as it crosses the wire and as an import file holds it: domain/catalogue/service-item.ts says what each part is.

const Key = z.string().regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, '只能用小写字母、数字、点和连字符')

/** Letters, digits and hyphens: `aba-36`, `aba-76`. */
export const ItemId = Key.min(1).max(64)

/** What an editor may change of an item. Its id, number in the annex and printed mark stay as they are. */
export const ItemContent = z.strictObject({
  name: Text(200),
  pinyinInitials: z
    .string()
    .regex(/^[a-z0-9]*$/, '只能是小写字母和数字')
    .max(100),
  departmentId: Key,
  partnerIds: z.array(Key).max(12),
  status: z.enum(ITEM_STATUSES),
  remark: OptionalText(500).nullable(),
  handledBy: OptionalText(200).nullable(),
  sealException: z.enum(SEAL_EXCEPTIONS).nullable(),
  provincialResult: z.boolean(),
  catalogCode: z
    .string()
    .regex(CATALOG_CODE, '国家基本编码是 12 位：两位层级、两位类型、两位部门、三位主项、三位子项')
    .nullable()
    .default(null),
  taskCode: z
    .string()
    .regex(TASK_CODE, '国家实施编码是 31 位（业务办理项 33 位）：信用代码、行使层级、基本编码')
    .nullable()
    .default(null),
  sichuanCodes: z
    .array(
      z.strictObject({
        for: OptionalText(100),
        code: Text(80).regex(SICHUAN_CODE, '四川编码形如 511A0138600000，或者其后接实施编码'),
      }),
    )
    .max(40),
  words: z.strictObject({
    synonyms: z.array(Text(60)).max(60),
    audience: z.array(z.enum(['person', 'enterprise'])).max(2),
    topics: z.array(Key).max(20),
    lifeEvents: z.array(Key).max(20),
    nameEn: OptionalText(300),
  }),
})
export type ItemContent = z.output<typeof ItemContent>

/** The document that a change of the list rests on (依据文件): name, number, day of issue. */
export const LegalDocument = z.strictObject({
  name: Text(200),
  number: Text(100),
  issuedOn: Day,
})
export type LegalDocument = z.output<typeof LegalDocument>
