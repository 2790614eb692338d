import type { ServiceItem } from '../../domain/catalogue/service-item.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { SheetPlace } from './guide-sheet.ts'

const OPEN = '待业主确认'

/** Who decides, where it is received, whom to ask: not part of the guide, and not all of it known yet. */
export function sheetPlaces(item: ServiceItem, reference: ReferenceData): readonly SheetPlace[] {
  const { name, phone, address } = reference.getOrganisation(item.departmentId)
  return [
    ...(item.annexNumber === undefined
      ? []
      : [{ name: '清单序号', words: [`第 ${item.annexNumber} 项`] }]),
    ...(item.sichuanCodes.length === 0
      ? []
      : [
          {
            name: '四川省编码',
            words: item.sichuanCodes.map((code) => `${code.for} ${code.code}（待部门确认）`),
          },
        ]),
    ...(item.status === 'devolved'
      ? [{ name: '办理单位', words: [item.handledBy ?? OPEN] }]
      : [
          { name: '决定机关', words: [name] },
          { name: '受理地点', words: ['政务服务中心综合窗口，任一窗口都受理'] },
        ]),
    { name: '部门地址', words: [address ?? OPEN] },
    { name: '咨询电话', words: [phone ?? OPEN] },
    { name: '监督投诉', words: ['12345；一窗首页“投诉”'] },
    { name: '进度查询', words: ['一窗首页凭办件编号和查询码查询'] },
  ]
}
