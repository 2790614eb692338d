export const words = {
  'id-card': 'Resident identity card',
  passport: 'Passport',
  'hk-macao-permit': 'Travel or residence permit of a Hong Kong or Macao resident',
  'taiwan-permit': 'Travel or residence permit of a Taiwan resident',
  'credit-code': 'Unified social credit code',
}
