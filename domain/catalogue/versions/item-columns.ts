import type { Column } from './column.ts'
import { AUDIENCE_NAME, SEAL_EXCEPTION_NAME } from './guide-words.ts'
import { STATUS_NAME } from './status-words.ts'

/** What an item says, as a row of the list. */
export const ITEM_COLUMNS: readonly Column[] = [
  { key: 'name', label: '事项名称', kind: 'text' },
  { key: 'pinyinInitials', label: '拼音首字母', kind: 'text' },
  { key: 'departmentId', label: '主管部门', kind: 'one-of' },
  { key: 'partnerIds', label: '联办部门', kind: 'some-of' },
  { key: 'status', label: '状态', kind: 'one-of', names: STATUS_NAME },
  { key: 'remark', label: '备注', kind: 'text', nullable: true },
  { key: 'handledBy', label: '现办理单位', kind: 'text', nullable: true },
  {
    key: 'sealException',
    label: '不用统一印章的原因',
    kind: 'one-of',
    names: SEAL_EXCEPTION_NAME,
    nullable: true,
  },
  { key: 'provincialResult', label: '省级制证', kind: 'yes-no' },
  { key: 'catalogCode', label: '国家基本编码', kind: 'text', nullable: true },
  { key: 'taskCode', label: '国家实施编码', kind: 'text', nullable: true },
  { key: 'sichuanCodes', label: '四川地方基本编码', kind: 'codes' },
  { key: 'words.synonyms', label: '俗称和近义词', kind: 'texts' },
  { key: 'words.audience', label: '面向对象', kind: 'some-of', names: AUDIENCE_NAME },
  { key: 'words.topics', label: '主题', kind: 'some-of' },
  { key: 'words.lifeEvents', label: '人生事件', kind: 'some-of' },
  { key: 'words.nameEn', label: '英文名称', kind: 'text' },
]
