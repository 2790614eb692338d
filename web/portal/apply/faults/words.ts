/** Refusals stay Chinese in every language, as the server says them. */
export const FAULT_WORDS = {
  name: '请填写申请人姓名或者名称。',
  identityNumber: '请填写证件号码。',
  phone: '请填写联系电话，办理进度会通知到这个号码。',
}
