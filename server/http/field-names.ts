// What a person calls the fields of the contract; a field that is not here is named as it is sent.
const FIELD_NAME: Readonly<Record<string, string>> = {
  username: '用户名',
  password: '密码',
  current: '当前密码',
  next: '新密码',
  code: '代码',
  name: '姓名或者名称',
  role: '岗位',
  organisationId: '所在单位',
  window: '窗口号',
  open: '岗位是否开通',
  passed: '合格的培训',
  disabled: '是否停用',
  commandId: '命令标识',
  expectedVersion: '所见版本',
  applicationId: '办件标识',
  accountId: '账号标识',
  noticeId: '文书标识',
  fileId: '文件标识',
  itemId: '事项',
  applicant: '申请人',
  kind: '类别',
  identityType: '证件类型',
  identityNumber: '证件号码',
  phone: '电话',
  address: '地址',
  contactName: '经办人',
  channel: '收件渠道',
  materials: '材料',
  insist: '坚持申请',
  renews: '延续的办件',
  checks: '四项审核',
  complete: '材料齐全',
  elementsFilled: '要素完整',
  legalForm: '法定形式',
  withinJurisdiction: '属本机关管辖',
  notes: '说明',
  ground: '不予受理的理由',
  text: '说明文字',
  reason: '理由',
  outcome: '结论',
  opinion: '意见',
  days: '天数',
  amount: '金额',
  exempt: '是否减免',
  years: '有效年数',
  until: '有效期至',
  content: '证照内容',
  statements: '函的四项内容',
  certificateNumber: '证照编号',
  by: '出件方式',
  tracking: '快递单号',
  proof: '送达凭证',
  returned: '是否退回',
  signature: '签名',
  grade: '评价等级',
  rule: '监察规则',
  accept: '是否通过',
  mode: '用印方式',
  document: '文件号',
  list: '工作列表',
  q: '查找内容',
  cursor: '翻页位置',
  size: '每页件数',
  after: '起始位置',
}

/** `applicant.identityNumber` → 申请人的证件号码; `materials.3` → 材料第 3 项 */
export function fieldNameOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '提交的内容'
  return path
    .map((part, index) => {
      const text = String(part)
      if (/^\d+$/.test(text)) return `第 ${typeof part === 'number' ? part + 1 : text} 项`
      return `${index === 0 ? '' : '的'}${FIELD_NAME[text] ?? text}`
    })
    .join('')
}
